#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <cstdlib>
#include <fstream>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hekim::test {

/// A port that swallows packets, as behind a firewall that drops them: it listens, its queue is full, and
/// no program takes a connection from it.
class DeadAddress
{
public:
    DeadAddress(const char* address, int port)
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(static_cast<in_port_t>(port));
        inet_pton(AF_INET, address, &place.sin_addr);
        const auto* generic = reinterpret_cast<const sockaddr*>(&place);
        const int listener = open();
        const int yes = 1; // connections of a server that has gone may still fade there
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
        if (bind(listener, generic, sizeof place) != 0 || listen(listener, 0) != 0)
            qFatal("no port for the dead address");
        for (int i = 0; i < 4; ++i)
            (void)::connect(open(), generic, sizeof place);
    }
    ~DeadAddress()
    {
        for (const int socket : m_sockets)
            close(socket);
    }
    DeadAddress(const DeadAddress&) = delete;
    DeadAddress& operator=(const DeadAddress&) = delete;

private:
    int open() { return m_sockets.emplace_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)); }

    QList<int> m_sockets;
};

/// Starts this program again with names of its own: "address name" a line, a name may have several. To be
/// called first in main().
inline void withHosts(const char* hosts, char** arguments)
{
    if (std::getenv("NSS_WRAPPER_HOSTS"))
        return;
    const char* folder = std::getenv("TMPDIR");
    const QByteArray file = QByteArray(folder ? folder : "/tmp") + "/hosts";
    std::ofstream(file.constData()) << hosts;
    setenv("NSS_WRAPPER_HOSTS", file.constData(), 1);
    setenv("LD_PRELOAD", "libnss_wrapper.so", 1);
    execv("/proc/self/exe", arguments);
    qFatal("the test does not start again");
}

} // namespace hekim::test
