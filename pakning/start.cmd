@echo off
chcp 65001 >nul
rem Windows twin of start.sh: sets up on the first run; what follows is handed to the kvik command.
call "%~dp0opsaetning.cmd" kvik || exit /b 1
if "%~1"=="" (
    "%~dp0..\.venv\Scripts\python.exe" -m kvik_desktop
) else (
    "%~dp0..\.venv\Scripts\kvik.exe" %*
)
exit /b %ERRORLEVEL%
