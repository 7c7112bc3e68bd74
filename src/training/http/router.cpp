#include "training/http/router.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QString heading;
    QString what;
    QString hint;
};

Words wordsFor(int status)
{
    const auto hint = u"Sayfayı Hekim Asistanı üzerinden yeniden açın."_s;
    switch (status) {
    case 404:
        return {u"Sayfa bulunamadı"_s, u"Bu adreste bir sayfa yok."_s, hint};
    case 405:
        return {u"Bu istek biçimi burada kullanılamaz"_s, u"Adres doğru, HTTP metodu yanlış."_s, hint};
    case 413:
        return {u"Gönderilen bilgi çok büyük"_s, u"İstek gövdesi izin verilen boyu aşıyor."_s,
                u"Metni kısaltıp yeniden deneyin."_s};
    case 415:
        return {u"Gönderilen bilgi okunamadı"_s,
                u"İstek gövdesi application/x-www-form-urlencoded biçiminde olmalı."_s, hint};
    case 500:
        return {u"Sunucuda bir hata oldu"_s, u"İstek tamamlanamadı."_s, u"Biraz sonra yeniden deneyin."_s};
    default:
        return {u"İstek anlaşılamadı"_s, u"İstek bozuk ya da eksik."_s, hint};
    }
}

} // namespace

Router::Router(const Pages& pages) : m_pages(pages) {}

void Router::add(const QString& path, const QByteArray& method, std::optional<Area> area, Handler handler)
{
    auto& place = area == Area::Pages ? m_anyCase[path.toLower()] : m_exact[path];
    place.area = area;
    if (method == "GET") {
        place.methods["HEAD"] = handler; // the HTTP library leaves the body out
    }
    place.methods[method] = std::move(handler);
}

void Router::takeJson(const QString& path)
{
    m_exact[path].takesJson = true;
}

const Router::Place* Router::placeAt(const QString& path) const
{
    if (const auto exact = m_exact.find(path); exact != m_exact.end()) {
        return &exact->second;
    }
    const auto anyCase = m_anyCase.find(path.toLower());
    return anyCase == m_anyCase.end() ? nullptr : &anyCase->second;
}

Router::Way Router::find(const Request& request) const
{
    const auto* place = placeAt(request.path);
    if (place == nullptr) {
        return {{}, [this](const Request& asked) { return refusal(asked, 404); }};
    }
    if (const auto method = place->methods.find(request.method); method != place->methods.end()) {
        return {place->area, method->second, place->takesJson};
    }
    QByteArrayList allowed;
    for (const auto& [name, handler] : place->methods) {
        allowed.append(name);
    }
    return {place->area, [this, allow = allowed.join(", ")](const Request& asked) {
                auto reply = refusal(asked, 405);
                reply.headers.emplaceBack("Allow", allow);
                return reply;
            }};
}

Reply Router::refusal(const Request& request, int status) const
{
    const auto words = wordsFor(status);
    const bool isPage = request.path.startsWith(u"/healthstatusweb/"_s, Qt::CaseInsensitive) ||
                        request.accept.contains("text/html");
    return isPage && !request.wantsJson() ? m_pages.refusal(status, words.heading, words.what, words.hint)
                                          : jsonRefusal(status, words.what);
}

} // namespace hekim::training
