#pragma once

#include <QProcess>
#include <QStringList>

#include <httplib.h>

#include <memory>

/// A training ministry as a process of its own, ended with this object.
class MinistryProcess
{
public:
    explicit MinistryProcess(const QStringList& arguments = {});
    ~MinistryProcess();

    [[nodiscard]] int port() const { return m_port; } ///< 0: it did not start
    [[nodiscard]] QProcess& process() { return m_process; }

    /// A client that follows nothing, encodes nothing and gives up after `seconds`.
    [[nodiscard]] std::unique_ptr<httplib::Client> client(int seconds = 10) const;

    /// The address of a token request, each value encoded; `changes` are alternately name and value, a null
    /// value leaves the parameter out.
    static std::string tokenQuery(const QStringList& changes = {});
    /// A fresh token for the doctor.
    [[nodiscard]] std::string token(const QString& doctor) const;

    void misbehave(const std::string& what, const std::string& where, int times = 0) const;

private:
    QProcess m_process;
    int m_port = 0;
};
