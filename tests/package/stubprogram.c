// Stands for the Windows programs in tests of the MSI: it writes down how it was called. It is no Hekim
// Asistanı; what is tested with it is the installer alone.

#include <stdio.h>
#include <windows.h>

int main(void)
{
    FILE* calls = fopen("C:\\calls.txt", "a");
    if (!calls)
        return 1;
    fprintf(calls, "%s\n", GetCommandLineA());
    return fclose(calls);
}
