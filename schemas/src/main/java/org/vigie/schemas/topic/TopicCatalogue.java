package org.vigie.schemas.topic;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BackfillProgress;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.DeadLetter;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.Window;

/**
 * Every topic of one namespace: {@code vigie.<namespace>.<noun>.<state>}. A replay runs in its own namespace and can never reach a
 * live alert.
 */
public final class TopicCatalogue {
    /**
     * Header of a record of {@code observations.raw} that was understood long after it came, when its code was mapped: it corrects the
     * past and never raises an alarm.
     */
    public static final String BACKFILLED = "backfilled";

    /**
     * Header of a record of {@code observations.raw} whose sender was promised that it is kept: its bed was written to
     * {@code stays.current} before it. A reader who has not come to that bed yet watches it under a provisional stay.
     */
    public static final String BED_KNOWN = "bed-known";

    private static final Duration DAYS = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private final String prefix;
    private final int partitions;

    private final Topic<Observation> observationsRaw;
    private final Topic<BedStays> staysCurrent;
    private final Topic<CleanObservation> observationsClean;
    private final Topic<RejectedReading> observationsRejected;
    private final Topic<Quarantined> recordsQuarantined;
    private final Topic<Window> windowsHourly;
    private final Topic<RiskScore> scoresSurvival;
    private final Topic<Alert> alertsLedger;
    private final Topic<Alert> alertsCurrent;
    private final Topic<TriageAssessmentRecord> triageCurrent;
    private final Topic<AlarmCommandRecord> commandsAlerts;
    private final Topic<AlarmEpisode> alarmsEpisodes;
    private final Topic<AlarmLoad> alarmsLoad;
    private final Topic<NotificationStatus> notificationsStatus;
    private final Topic<BedStays> staysClaimed;
    private final Topic<BedsideAlarm> alarmsBedside;
    private final Topic<Sealed> identitiesSealed;
    private final Topic<Sealed> messagesSealed;
    private final Topic<UnmappedCode> codesUnmapped;
    private final Topic<CodeMapping> codesMapped;
    private final Topic<BackfillProgress> codesBackfilled;
    private final Topic<CountedReadings> readingsCounted;
    private final Topic<LeftOutReadings> readingsLeftOut;
    private final Topic<NamedObservation> observationsNamed;
    private final Topic<DeadLetter> rowsRejected;
    private final Topic<Truth> truthEvents;

    private TopicCatalogue(String namespace, int partitions) {
        if (!namespace.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException(
                    "namespace: must be 1 to 31 lower-case letters, digits or '-', was '" + namespace + "'");
        }
        this.prefix = "vigie." + namespace + ".";
        this.partitions = partitions;
        observationsRaw = kept("observations.raw", Observation.class, WEEK);
        staysCurrent = compacted("stays.current", BedStays.class);
        observationsClean = kept("observations.clean", CleanObservation.class, WEEK);
        observationsRejected = kept("observations.rejected", RejectedReading.class, MONTH);
        recordsQuarantined = kept("records.quarantined", Quarantined.class, MONTH);
        windowsHourly = kept("windows.hourly", Window.class, WEEK);
        scoresSurvival = kept("scores.survival", RiskScore.class, MONTH);
        alertsLedger = kept("alerts.ledger", Alert.class, YEAR);
        alertsCurrent = compacted("alerts.current", Alert.class);
        triageCurrent = compacted("triage.current", TriageAssessmentRecord.class);
        commandsAlerts = kept("commands.alerts", AlarmCommandRecord.class, YEAR);
        alarmsEpisodes = compacted("alarms.episodes", AlarmEpisode.class);
        alarmsLoad = compacted("alarms.load", AlarmLoad.class);
        notificationsStatus = compacted("notifications.status", NotificationStatus.class);
        staysClaimed = compacted("stays.claimed", BedStays.class);
        alarmsBedside = kept("alarms.bedside", BedsideAlarm.class, MONTH);
        identitiesSealed = kept("identities.sealed", Sealed.class, WEEK);
        messagesSealed = kept("messages.sealed", Sealed.class, DAYS);
        codesUnmapped = compacted("codes.unmapped", UnmappedCode.class);
        codesMapped = compacted("codes.mapped", CodeMapping.class);
        codesBackfilled = compacted("codes.backfilled", BackfillProgress.class);
        readingsCounted = compacted("readings.counted", CountedReadings.class);
        readingsLeftOut = compacted("readings.leftout", LeftOutReadings.class);
        observationsNamed = kept("observations.named", NamedObservation.class, DAYS);
        rowsRejected = kept("rows.rejected", DeadLetter.class, MONTH);
        truthEvents = kept("truth.events", Truth.class, MONTH);
    }

    /**
     * @param namespace lower-case letters, digits and hyphens
     * @param partitions of every topic: records that are joined lie in partitions of the same number
     */
    public static TopicCatalogue in(String namespace, int partitions) {
        return new TopicCatalogue(namespace, partitions);
    }

    /** What the devices said, untouched. Key: the bed. */
    public Topic<Observation> observationsRaw() {
        return observationsRaw;
    }

    /** Who is on which bed. Key: the bed. */
    public Topic<BedStays> staysCurrent() {
        return staysCurrent;
    }

    /** Kept and suspect readings. Key: the stay. */
    public Topic<CleanObservation> observationsClean() {
        return observationsClean;
    }

    /** Readings that are used nowhere, with their reason. Key: the stay, or the bed. */
    public Topic<RejectedReading> observationsRejected() {
        return observationsRejected;
    }

    /** Whole records that could not be read. Key: topic-partition-offset. */
    public Topic<Quarantined> recordsQuarantined() {
        return recordsQuarantined;
    }

    /** The last 48 hours of a stay, filled. Key: the stay. */
    public Topic<Window> windowsHourly() {
        return windowsHourly;
    }

    /** Risk scores. Key: the stay. */
    public Topic<RiskScore> scoresSurvival() {
        return scoresSurvival;
    }

    /** Every transition of every alert. Key: the stay. */
    public Topic<Alert> alertsLedger() {
        return alertsLedger;
    }

    /** The newest transition of every alert. Key: the alert. */
    public Topic<Alert> alertsCurrent() {
        return alertsCurrent;
    }

    /** The triage level of every stay. Key: the stay. */
    public Topic<TriageAssessmentRecord> triageCurrent() {
        return triageCurrent;
    }

    /** What clinicians ask of the alarm system. Key: the stay. */
    public Topic<AlarmCommandRecord> commandsAlerts() {
        return commandsAlerts;
    }

    /** Every alarm from its raise to its end. Key: the alert. */
    public Topic<AlarmEpisode> alarmsEpisodes() {
        return alarmsEpisodes;
    }

    /** How often a unit's nurses are called. Key: the unit. */
    public Topic<AlarmLoad> alarmsLoad() {
        return alarmsLoad;
    }

    /** How the notification channels do. Key: the channel. */
    public Topic<NotificationStatus> notificationsStatus() {
        return notificationsStatus;
    }

    /** What the admission system says of every bed, even where it contradicts itself; the gateway's own. Key: the bed. */
    public Topic<BedStays> staysClaimed() {
        return staysClaimed;
    }

    /** Alarms of the monitors themselves. Key: the bed. */
    public Topic<BedsideAlarm> alarmsBedside() {
        return alarmsBedside;
    }

    /** What was said under names of the senders' own, that stands; the gateway's own. Key: a digest of the name. */
    public Topic<NamedObservation> observationsNamed() {
        return observationsNamed;
    }

    /** Who a pseudonym is, encrypted. Key: the pseudonym. */
    public Topic<Sealed> identitiesSealed() {
        return identitiesSealed;
    }

    /** Messages as they came, encrypted. Key: the message. */
    public Topic<Sealed> messagesSealed() {
        return messagesSealed;
    }

    /** Codes that name no variable. Key: the code. */
    public Topic<UnmappedCode> codesUnmapped() {
        return codesUnmapped;
    }

    /** Codes that an integrator mapped. Key: the code. */
    public Topic<CodeMapping> codesMapped() {
        return codesMapped;
    }

    /** How far kept messages were read again for a mapping; the gateway's own. Key: the mapping. */
    public Topic<BackfillProgress> codesBackfilled() {
        return codesBackfilled;
    }

    /** The gateway's ledger of counts. Key: the sender and its protocol. */
    public Topic<CountedReadings> readingsCounted() {
        return readingsCounted;
    }

    /** What the gateway left out, and why. Key: sender, protocol, reason, field, code and unit. */
    public Topic<LeftOutReadings> readingsLeftOut() {
        return readingsLeftOut;
    }

    /** Rows that the store refused. Key: the table. */
    public Topic<DeadLetter> rowsRejected() {
        return rowsRejected;
    }

    /** What the simulator did. Key: the bed. */
    public Topic<Truth> truthEvents() {
        return truthEvents;
    }

    public List<Topic<? extends SpecificRecord>> all() {
        return List.of(
                observationsRaw,
                staysCurrent,
                observationsClean,
                observationsRejected,
                recordsQuarantined,
                windowsHourly,
                scoresSurvival,
                alertsLedger,
                alertsCurrent,
                triageCurrent,
                commandsAlerts,
                alarmsEpisodes,
                alarmsLoad,
                notificationsStatus,
                staysClaimed,
                alarmsBedside,
                identitiesSealed,
                messagesSealed,
                codesUnmapped,
                codesMapped,
                codesBackfilled,
                readingsCounted,
                readingsLeftOut,
                observationsNamed,
                rowsRejected,
                truthEvents);
    }

    private <V extends SpecificRecord> Topic<V> kept(String name, Class<V> value, Duration retention) {
        return new Topic<>(prefix + name, value, partitions, retention, false);
    }

    private <V extends SpecificRecord> Topic<V> compacted(String name, Class<V> value) {
        return new Topic<>(prefix + name, value, partitions, WEEK, true);
    }
}
