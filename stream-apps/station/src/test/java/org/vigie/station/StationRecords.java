package org.vigie.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.IncidentRecord;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Stay;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.NotificationChannelStory;
import org.vigie.testing.story.PatientLimitStory;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Creates the records of a small ward as the apps upstream write them. */
public final class StationRecords {
    private StationRecords() {}

    public static BedStays admitted(String bed, String stay, Instant from) {
        return new BedStays(bed, List.of(stay(bed, stay, from, null)));
    }

    public static Stay stay(String bed, String stay, Instant from, Instant until) {
        return Stay.newBuilder(new WardStory().bed(bed, stay).admission(from, until))
                .setPatient("P-" + stay)
                .build();
    }

    public static RiskScore risk(String bed, String stay, double probability, double imputedShare, Instant at) {
        RiskScore score = new RiskScoreStory(bed, stay).revision(3).scored(probability, at);
        score.setImputedShare(imputedShare);
        return score;
    }

    public static TriageAssessmentRecord triage(
            String bed, String stay, TriageLevelRecord level, int low, int high, Instant at) {
        return new WardStory()
                .bed(bed, stay)
                .triage()
                .level(level)
                .news2(low, high)
                .assessed(at);
    }

    /** With the second opinion of a model. */
    public static TriageAssessmentRecord looked(
            TriageAssessmentRecord triage, int level, boolean lowEvidence, String noteFr, String noteEn) {
        return new WardStory()
                .bed(triage.getBed(), triage.getStay())
                .triage()
                .level(triage.getLevel())
                .news2(triage.getNews2Low(), triage.getNews2High())
                .secondOpinion(level, lowEvidence, noteFr, noteEn)
                .assessed(triage.getAt());
    }

    /** An entry of the ledger about a limit of one patient, set for half an hour. */
    public static Alert limit(String stay, AlertStateRecord state, double limit, Instant at) {
        PatientLimitStory story = new WardStory().bed("REA/01", stay).limit("spo2", "BELOW", limit);
        return state == AlertStateRecord.LIMIT_EXPIRED ? story.expired(at) : story.set(at, Duration.ofMinutes(30));
    }

    /** An entry of the ledger by which the rule of an alarm is shelved. */
    public static Alert shelved(Alert alert, Instant at, Instant until) {
        return Alert.newBuilder(alert)
                .setState(AlertStateRecord.SHELVED)
                .setAt(at)
                .setCondition(AlertCondition.newBuilder().setShelvedUntil(until).build())
                .setCommand(AlarmCommandRecord.newBuilder()
                        .setCommand("c2")
                        .setStay(alert.getStay())
                        .setKind(CommandTypeRecord.SHELVE)
                        .setBy("CD")
                        .setRole("physician")
                        .setAt(at)
                        .setReason("soins")
                        .setExpiresAt(until)
                        .build())
                .build();
    }

    /** An entry of the ledger with a note that AB records about a stay. */
    public static Alert note(
            String bed, String stay, AlertStateRecord state, Map<String, String> arguments, Instant at) {
        Alert entry = new WardStory().bed(bed, stay).alert("").raisedAt(at).entry(state, at);
        entry.setCommand(AlarmCommandRecord.newBuilder()
                .setCommand("c3")
                .setStay(stay)
                .setKind(CommandTypeRecord.UNKNOWN)
                .setBy("AB")
                .setRole("physician")
                .setAt(at)
                .setReason(state == AlertStateRecord.TREATMENT_LIMITATION_SET ? "motif" : null)
                .setArguments(arguments)
                .build());
        return entry;
    }

    /** An alarm that a monitor itself raises, as IHE PCD-04 reports it. */
    public static BedsideAlarm monitorAlarm(String bed, String text, String phase, Instant at) {
        return BedsideAlarm.newBuilder()
                .setSource("MON|ICU")
                .setDevice("monitor-3")
                .setBed(bed)
                .setMessageId("m-" + at.toEpochMilli())
                .setAlarm("v-1")
                .setCode("196652^MDC_EVT_ECG_V_FIB^MDC")
                .setText(text)
                .setAbout("")
                .setValue("")
                .setPhase(phase)
                .setState("active")
                .setPriority("PH")
                .setKind("SP")
                .setReceivedTime(at)
                .build();
    }

    /** Creates the delivery of the call about a monitor's own alarm. */
    public static NotificationDelivery callOfMonitor(
            BedsideAlarm alarm, String channel, DeliveryState state, Instant at) {
        return NotificationDelivery.newBuilder()
                .setCall("call of " + alarm.getMessageId())
                .setChannel(channel)
                .setAlert(BedsideAlarmMapper.name(alarm))
                .setStay("")
                .setBed(alarm.getBed())
                .setFromMonitor(true)
                .setState(state)
                .setRequestedAt(at)
                .setSentAt(at)
                .setFailedAt(at)
                .setAttempts(1)
                .build();
    }

    public static NotificationStatus channel(String name, boolean working, Instant since) {
        var story = new NotificationChannelStory(name);
        return working ? story.working(since) : story.failing(since, "connection refused");
    }

    public static AlarmLoad load(String unit, int last120Minutes, double burn, boolean flood, Instant at) {
        return new AlarmLoad(unit, at, flood ? 14 : 1, last120Minutes, flood, 2.0, burn, 1.0, burn);
    }

    public static Alert raised(
            String id, String bed, String stay, AlarmPriorityRecord priority, Instant at, String... text) {
        return new WardStory()
                .bed(bed, stay)
                .alert(id)
                .rule("hr_high", text.length > 2 ? text[2] : "hr")
                .priority(priority)
                .value(152, 120)
                .message(
                        text.length > 0 ? text[0] : "Fréquence cardiaque haute : 152 /min (limite 120)",
                        text.length > 1 ? text[1] : "Heart rate high: 152 /min (limit 120)")
                .raisedAt(at)
                .raised();
    }

    /** As {@code alerts.current} holds an open alarm after something was done about it. */
    public static Alert open(Alert alert, AlertCondition condition) {
        return Alert.newBuilder(alert).setCondition(condition).build();
    }

    /** Returns an alarm that is the only one of its stay's incident, after its entry {@code sequence}. */
    public static Alert ofIncident(Alert alert, long sequence) {
        alert.setSequence(sequence);
        alert.setCondition(AlertCondition.newBuilder().setVersion(sequence).build());
        alert.setIncident(IncidentRecord.newBuilder()
                .setIncident("i1")
                .setOnset(alert.getRaisedAt())
                .setPriority(alert.getPriority())
                .setVersion(sequence)
                .setCalls(1)
                .setMessageFr("")
                .setMessageEn("")
                .setAlerts(List.of(alert.getAlert()))
                .setOrganSystems(List.of())
                .build());
        return alert;
    }

    public static Alert cleared(Alert alert, Instant at) {
        return Alert.newBuilder(alert)
                .setState(AlertStateRecord.CLEARED)
                .setClearedAt(at)
                .build();
    }

    public static Alert technical(Alert alert) {
        return Alert.newBuilder(alert).setKind(AlertKind.TECHNICAL).build();
    }
}
