#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <variant>

namespace hekim::training {

class Html;
using Values = QHash<QString, std::variant<QString, Html>>;

/// Text that is HTML already. Everything else that goes into a page is escaped on its way in.
class Html
{
public:
    Html() = default;
    static Html escaped(const QString& text);

    Html& operator+=(const Html& other)
    {
        m_text += other.m_text;
        return *this;
    }
    [[nodiscard]] QByteArray utf8() const { return m_text.toUtf8(); }
    [[nodiscard]] QString text() const { return m_text; }

private:
    friend Html filled(const QString& file, const Values& values);
    explicit Html(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// One file of resources/training with {{name}} for what is filled in: a text is escaped, Html goes in as it
/// is.
Html filled(const QString& file, const Values& values = {});

/// A compiled-in file as it is.
QByteArray resource(const QString& file);

} // namespace hekim::training
