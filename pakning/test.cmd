@echo off
chcp 65001 >nul
rem Windows twin of test.sh: sets up and runs all checks without a screen. Arguments are handed to pytest.
call "%~dp0opsaetning.cmd" test || exit /b 1
pushd "%~dp0.."
set QT_QPA_PLATFORM=offscreen
set PY=.venv\Scripts\python.exe
%PY% -m ruff check . && %PY% -m ruff format --check . && %PY% -m mypy && %PY% -m pytest -v -n auto --maxprocesses 4 --dist worksteal %*
set RESULT=%ERRORLEVEL%
popd
exit /b %RESULT%
