@echo off
rem Starts gdtrain with the Java options it was measured with; bin/gdtrain gives the reason for each.
rem GDTRAIN_JAVA_OPTS  more options for Java, for example -Xmx8g; they win over those below.
rem JAVA_HOME          the Java to use, 17 or later; otherwise the one in PATH.
setlocal
set "java=java.exe"
if not defined JAVA_HOME goto find
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto run
echo gdtrain: there is no %java%: set JAVA_HOME to a Java 17 or later, or unset it. 1>&2
exit /b 1
:find
where /q java.exe && goto run
echo gdtrain: needs Java 17 or later: install it, or set JAVA_HOME. 1>&2
exit /b 1
:run
set OMP_NUM_THREADS=1
set size_options=-XX:TieredStopAtLevel=1
set large=-Xmn8m -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000
for %%a in (%*) do if exist "%%~a" if %%~za GTR 50331648 set "size_options=%large%"
"%java%" -XX:+IgnoreUnrecognizedVMOptions ^
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -XX:+UseSerialGC -Xmn16m %size_options% -XX:MaxRAMPercentage=50 -XX:+UseCompressedOops -XX:-UsePerfData -Xlog:disable ^
  -Dorg.nd4j.log.initialization=false -Dorg.bytedeco.javacpp.maxphysicalbytes=0 ^
  %GDTRAIN_JAVA_OPTS% -cp "%~dp0..\lib\gdtrain.jar" gdtrain.cli.Main %*
exit /b %ERRORLEVEL%
