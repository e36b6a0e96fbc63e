@echo off
rem Windows twin of opsaetning.sh: .venv with the pinned packages. The argument is kvik or test.
setlocal
set CHECKOUT=%~dp0..
set VENV=%CHECKOUT%\.venv
set STAMP=%VENV%\opsat-%1
set PIP_DISABLE_PIP_VERSION_CHECK=1
set PYTHONHOME=
set PYTHONPATH=

rem The stamp of a finished set-up is the text it was made from.
if not exist "%VENV%\undervejs" if exist "%STAMP%" (
    copy /b "%CHECKOUT%\pyproject.toml"+"%CHECKOUT%\pakning\versioner.txt" "%VENV%\basis" >nul
    fc /b "%VENV%\basis" "%STAMP%" >nul 2>&1 && exit /b 0
)

set PYTHON=python
where py >nul 2>&1 && set PYTHON=py -3
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
    echo Python 3.11 eller nyere mangler. Installer Python, og prøv igen. 1>&2
    exit /b 1
)
echo Gør klar i %VENV% (første gang et par minutter) ... 1>&2
if exist "%VENV%\undervejs" rmdir /s /q "%VENV%"
if not exist "%VENV%\Scripts\python.exe" %PYTHON% -m venv "%VENV%" 1>&2 || goto failed
echo.> "%VENV%\undervejs"
set PIP="%VENV%\Scripts\python.exe" -m pip install -q --only-binary :all: --no-build-isolation -c "%CHECKOUT%\pakning\versioner.txt"
%PIP% hatchling editables 1>&2 || goto failed
if "%1"=="kvik" (
    %PIP% -e "%CHECKOUT%" 1>&2 || goto failed
) else (
    %PIP% -e "%CHECKOUT%[%1]" 1>&2 || goto failed
)
rem Of this one only a file is read; what it would pull in (a browser of its own) is never used.
if "%1"=="test" (
    %PIP% --no-deps axe-playwright-python 1>&2 || goto failed
)
copy /b "%CHECKOUT%\pyproject.toml"+"%CHECKOUT%\pakning\versioner.txt" "%STAMP%" >nul
if not "%1"=="kvik" copy /b "%STAMP%" "%VENV%\opsat-kvik" >nul
del "%VENV%\undervejs"
exit /b 0

:failed
if exist "%VENV%" rmdir /s /q "%VENV%"
echo Opsætningen blev ikke færdig, og det halve er fjernet igen. 1>&2
echo Er der forbindelse til nettet og plads på drevet? Kør så kommandoen igen. 1>&2
exit /b 1
