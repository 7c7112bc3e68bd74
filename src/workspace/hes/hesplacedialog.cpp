#include "workspace/hes/hesplacedialog.h"

#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace hekim {

using namespace Qt::StringLiterals;

HesPlaceDialog::HesPlaceDialog(const HesPlace& place, const Settings& settings, QWidget* parent)
    : QDialog(parent), m_latitude(place.latitude), m_longitude(place.longitude)
{
    setWindowTitle(tr("Place of the checks"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    form->setSpacing(theme::gap);
    auto* text = wrappingLabel(
        tr("The Ministry is told where visitors are checked. What you enter here counts until you "
           "log out; your IT can set it for good (hes/city, hes/district, hes/address)."),
        this);
    text->setMinimumWidth(400);
    form->addRow(text);
    m_city = addField(u"hes/city"_s, tr("City"), place.city, settings);
    m_district = addField(u"hes/district"_s, tr("District"), place.district, settings);
    m_address = addField(u"hes/address"_s, tr("Address"), place.address, settings);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* use = buttons->addButton(tr("Use for this session"), QDialogButtonBox::AcceptRole);
    use->setDefault(true);
    form->addRow(buttons);
    const auto follow = [this, use] {
        use->setEnabled(HesPlace{m_city->text(), m_district->text(), m_address->text()}.isComplete());
    };
    for (QLineEdit* field : {m_city, m_district, m_address})
        connect(field, &QLineEdit::textChanged, this, follow);
    follow();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &HesPlaceDialog::choose);
}

QLineEdit* HesPlaceDialog::addField(const QString& key, const QString& name, const QString& value,
                                    const Settings& settings)
{
    auto* field = new QLineEdit(value, this);
    field->setAccessibleName(name);
    field->setMaxLength(250);
    field->setReadOnly(settings.isLocked(key) && !value.isEmpty());
    if (field->isReadOnly())
        field->setToolTip(tr("Set by your administrator"));
    static_cast<QFormLayout*>(layout())->addRow(name, field);
    return field;
}

void HesPlaceDialog::choose()
{
    emit chosen({m_city->text().trimmed(), m_district->text().trimmed(), m_address->text().trimmed(),
                 m_latitude, m_longitude});
    accept();
}

} // namespace hekim
