// A real second process for tst_trainingministry, which behaves as its own name's environment variable says.
#include <QByteArray>

#include <chrono>
#include <cstdio>
#include <thread>

int main(int argc, char* argv[])
{
    // The contract: --port 0 --stop-with-stdin.
    if (argc != 4 || qstrcmp(argv[1], "--port") != 0 || qstrcmp(argv[2], "0") != 0 ||
        qstrcmp(argv[3], "--stop-with-stdin") != 0)
        return 9;
    const QByteArray manner = qgetenv("HEKIM_FAKE_MINISTRY");
    if (manner == "ends")
        return 1;
    if (manner == "good")
        std::puts(
            "Training "
            "ministry\n{\"erapor\":\"http://127.0.0.1:4711\",\"hes\":\"http://127.0.0.1:4711/hes\"}\nmore");
    else if (manner == "foreign")
        std::puts("{\"erapor\":\"https://erapor.saglik.gov.tr\"}");
    else if (manner == "empty")
        std::puts("{}");
    else if (manner == "chatty")
        for (int i = 0; i < 100'000; ++i)
            std::fputs("chatter ", stdout);
    std::fflush(stdout);
    if (manner == "deaf")
        std::this_thread::sleep_for(std::chrono::hours(1));
    while (std::getchar() != EOF) {
    }
    return 0;
}
