<#
Makes the Windows programs, the folder that is installed, and the MSI. For Windows with Visual Studio 2022 (C++), CMake, Ninja,
Git, Python 3 and WiX 3.14; called from a "x64 Native Tools" prompt or after ilammy/msvc-dev-cmd:

    pwsh installer/windows/build.ps1 [-Certificate <thumbprint>]

Everything that is fetched is pinned below.
#>
param([string]$Work = "build/windows", [string]$Output = "dist", [string]$Certificate = "")

$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-StrictMode -Version Latest

$QtVersion = "6.8.3"        # an LTS whose engine still gets security updates
$AqtVersion = "3.2.1"
$KeychainTag = "0.14.3"
$ExpectedTag = "v1.1.0"
$HttplibTag = "v0.18.7"
$VcpkgTag = "2025.01.13"    # fixes the versions of what is taken from it

$root = (Resolve-Path "$PSScriptRoot/../..").Path
New-Item -ItemType Directory -Force $Work, $Output | Out-Null
$work = (Resolve-Path $Work).Path
$prefix = "$work/prefix"
$qt = "$work/qt/$QtVersion/msvc2022_64"

# Qt, with the engine and the PDF viewer.
if (-not (Test-Path $qt)) {
    python -m pip install --quiet "aqtinstall==$AqtVersion"
    python -m aqt install-qt windows desktop $QtVersion win64_msvc2022_64 -O "$work/qt" -m qtwebengine qtwebchannel qtpositioning qtpdf
}

# QtKeychain, tl::expected and cpp-httplib, as CMake packages; httplib also for pkg-config, by which CMakeLists.txt finds it.
function Install-Library($Repository, $Tag, [string[]]$Options) {
    $source = "$work/$($Repository.Split('/')[-1])-$Tag"
    if (-not (Test-Path $source)) {
        git clone --quiet --depth 1 --branch $Tag "https://github.com/$Repository.git" $source
    }
    cmake -S $source -B "$source/build" -G Ninja "-DCMAKE_BUILD_TYPE=Release" "-DCMAKE_PREFIX_PATH=$qt" "-DCMAKE_INSTALL_PREFIX=$prefix" @Options
    cmake --build "$source/build" --target install
}
Install-Library "frankosterfeld/qtkeychain" $KeychainTag @("-DBUILD_WITH_QT6=ON", "-DBUILD_TESTING=OFF", "-DBUILD_TEST_APPLICATION=OFF")
Install-Library "TartanLlama/expected" $ExpectedTag @("-DEXPECTED_BUILD_TESTS=OFF", "-DBUILD_TESTING=OFF")
Install-Library "yhirose/cpp-httplib" $HttplibTag @("-DHTTPLIB_REQUIRE_OPENSSL=OFF", "-DHTTPLIB_USE_OPENSSL_IF_AVAILABLE=OFF")
New-Item -ItemType Directory -Force "$prefix/lib/pkgconfig" | Out-Null
Set-Content "$prefix/lib/pkgconfig/cpp-httplib.pc" "Name: cpp-httplib`nDescription: HTTP`nVersion: $($HttplibTag.TrimStart('v'))`nCflags: -I$($prefix.Replace('\', '/'))/include`nLibs: ws2_32.lib"

# What reads and writes the tables of the HES tab.
$vcpkg = "$work/vcpkg-$VcpkgTag"
if (-not (Test-Path $vcpkg)) {
    git clone --quiet --depth 1 --branch $VcpkgTag "https://github.com/microsoft/vcpkg.git" $vcpkg
    & "$vcpkg/bootstrap-vcpkg.bat" -disableMetrics
}
& "$vcpkg/vcpkg.exe" install --triplet x64-windows libsodium libxlsxwriter minizip zlib
$tables = "$vcpkg/installed/x64-windows"
$env:PKG_CONFIG_PATH = "$prefix/lib/pkgconfig;$tables/lib/pkgconfig"

# Our programs.
$version = (& bash "$root/cmake/version.sh")
$numeric = (& bash "$root/cmake/version.sh" --numeric)
cmake -S $root -B "$work/release" -G Ninja "-DCMAKE_BUILD_TYPE=Release" "-DBUILD_TESTING=OFF" "-DHEKIM_VERSION=$version" "-DCMAKE_PREFIX_PATH=$qt;$prefix;$tables"
cmake --build "$work/release"

# The folder that is installed.
$payload = "$work/payload"
if (Test-Path $payload) { Remove-Item -Recurse $payload }
cmake --install "$work/release" --prefix $payload
Copy-Item "$prefix/bin/*.dll", "$tables/bin/*.dll" $payload
& "$qt/bin/windeployqt.exe" --release --no-translations --compiler-runtime --dir $payload "$payload/hekim-asistani-desktop.exe" "$payload/hekim-asistani-setup.exe"
# Qt's words are in the program; the engine's own (in its context menus and on fields) are files, in the window's languages.
$locales = "$payload/translations/qtwebengine_locales"
New-Item -ItemType Directory -Force $locales | Out-Null
Copy-Item (@("tr", "en-US", "en-GB") | ForEach-Object { "$qt/translations/qtwebengine_locales/$_.pak" }) $locales

function Add-Signature([string[]]$Files) {
    if ($Certificate) { signtool sign /sha1 $Certificate /fd sha256 /td sha256 /tr http://timestamp.digicert.com @Files }
}
Add-Signature (Get-ChildItem "$payload/hekim-asistani*.exe").FullName

# The MSI, of the same sources as on Linux; WiX itself reads what finish.py adds there.
$msi = "$Output/hekim-asistani-$version-x64.msi"
python "$root/installer/windows/icon.py" "$work/hekim.ico" "$root/resources/icons/hekim-asistani-48.png" "$root/resources/icons/hekim-asistani-128.png"
python "$root/installer/windows/payload.py" $payload | Set-Content -Encoding utf8 "$work/payload.wxs"
$defines = @("-dVersion=$numeric", "-dProductCode=*", "-dPayload=$payload", "-dIcon=$work/hekim.ico")
candle -nologo -arch x64 @defines -out "$work/" "$root/installer/windows/hekim-asistani.wxs" "$work/payload.wxs"
light -nologo -sice:ICE61 -out $msi "$work/hekim-asistani.wixobj" "$work/payload.wixobj"
Add-Signature $msi
(Get-FileHash -Algorithm SHA256 $msi).Hash.ToLower() + "  " + (Split-Path -Leaf $msi) | Set-Content "$Output/SHA256SUMS"
