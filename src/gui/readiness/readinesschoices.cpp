#include "gui/readiness/readinesschoices.h"

#include "gui/readiness/readinesstext.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>

namespace hekim {

ReadinessChoices::ReadinessChoices(QWidget* parent)
    : QWidget(parent), m_hes(new QComboBox(this)), m_remote(new QComboBox(this))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(theme::gap);
    for (const HesPath path :
         {HesPath::NotChosen, HesPath::Clinic, HesPath::LocalAuthority, HesPath::NotUsed})
        m_hes->addItem(displayName(path), static_cast<int>(path));
    for (const RemoteService service :
         {RemoteService::NotChosen, RemoteService::Given, RemoteService::NotGiven})
        m_remote->addItem(displayName(service), static_cast<int>(service));
    m_hes->setAccessibleName(tr("HES access"));
    m_remote->setAccessibleName(tr("Remote health service"));
    form->addRow(tr("&HES access"), m_hes);
    form->addRow(tr("Re&mote health service"), m_remote);
    connect(m_hes, &QComboBox::activated, this,
            [this] { emit hesChosen(static_cast<HesPath>(m_hes->currentData().toInt())); });
    connect(m_remote, &QComboBox::activated, this,
            [this] { emit remoteChosen(static_cast<RemoteService>(m_remote->currentData().toInt())); });
}

void ReadinessChoices::show(const ReadinessRecord& record)
{
    m_hes->setCurrentIndex(m_hes->findData(static_cast<int>(record.hes)));
    m_remote->setCurrentIndex(m_remote->findData(static_cast<int>(record.remote)));
}

} // namespace hekim
