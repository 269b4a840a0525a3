package org.vigie.schemas.topic;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.BackfillProgress;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.DeadLetter;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.Window;

/**
 * Lists every topic of one namespace: {@code vigie.<namespace>.<noun>.<state>}. A replay runs in its own namespace and can never change a
 * live alert.
 */
public final class TopicCatalogue {
    /**
     * Header of a record of {@code observations.raw} that was decoded later, after its code was mapped. It corrects the past and never
     * raises an alarm.
     */
    public static final String BACKFILLED = "backfilled";

    /**
     * Header of a record of {@code observations.raw} whose bed was written to {@code stays.current} before it. The sender has an
     * acknowledgement that the record is stored. A reader that has not read that bed yet monitors the record under a provisional stay.
     */
    public static final String BED_KNOWN = "bed-known";

    /** Beginning of the names of the namespaces in which replays write. No ward may have such a name. */
    public static final String REPLAY_PREFIX = "study-";

    private static final Duration DAYS = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private final String prefix;
    private final int partitions;

    private TopicCatalogue(String namespace, int partitions) {
        if (!namespace.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException(
                    "namespace: must be 1 to 31 lower-case letters, digits or '-', was '" + namespace + "'");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: must be positive, was " + partitions);
        }
        this.prefix = "vigie." + namespace + ".";
        this.partitions = partitions;
    }

    /**
     * Returns the topics of a namespace.
     *
     * @param namespace lower-case letters, digits and hyphens
     * @param partitions number of partitions of every topic; it is the same for all, because topics are joined by partition
     */
    public static TopicCatalogue in(String namespace, int partitions) {
        return new TopicCatalogue(namespace, partitions);
    }

    /** Returns true when the namespace belongs to a replay. Nothing in it may reach a person. */
    public static boolean isReplay(String namespace) {
        return namespace.startsWith(REPLAY_PREFIX);
    }

    /** Returns the topic of the observations as the devices sent them. Key: the bed. */
    public Topic<Observation> observationsRaw() {
        return kept("observations.raw", Observation.class, WEEK);
    }

    /** Returns the topic of the stays on each bed. Key: the bed. */
    public Topic<BedStays> staysCurrent() {
        return compacted("stays.current", BedStays.class);
    }

    /** Returns the topic of kept and suspect readings. Key: the stay. */
    public Topic<CleanObservation> observationsClean() {
        return kept("observations.clean", CleanObservation.class, WEEK);
    }

    /** Returns the topic of readings that no rule uses, with the reason. Key: the stay, or the bed. */
    public Topic<RejectedReading> observationsRejected() {
        return kept("observations.rejected", RejectedReading.class, MONTH);
    }

    /** Returns the topic of whole records that could not be decoded. Key: topic-partition-offset. */
    public Topic<Quarantined> recordsQuarantined() {
        return kept("records.quarantined", Quarantined.class, MONTH);
    }

    /** Returns the topic of filled windows, each with the last 48 hours of a stay. They are kept as long as their scores. Key: the stay. */
    public Topic<Window> windowsHourly() {
        return kept("windows.hourly", Window.class, MONTH);
    }

    /** Returns the topic of risk scores. Key: the stay. */
    public Topic<RiskScore> scoresSurvival() {
        return kept("scores.survival", RiskScore.class, MONTH);
    }

    /** Returns the topic of every transition of every alert. Key: the stay. */
    public Topic<Alert> alertsLedger() {
        return kept("alerts.ledger", Alert.class, YEAR);
    }

    /** Returns the topic of the newest transition of every alert. Key: the alert. */
    public Topic<Alert> alertsCurrent() {
        return compacted("alerts.current", Alert.class);
    }

    /** Returns the topic of the triage level of every stay. Key: the stay. */
    public Topic<TriageAssessmentRecord> triageCurrent() {
        return compacted("triage.current", TriageAssessmentRecord.class);
    }

    /** Returns the topic of clinicians' commands to the alarm system. Key: the stay. */
    public Topic<AlarmCommandRecord> commandsAlerts() {
        return kept("commands.alerts", AlarmCommandRecord.class, YEAR);
    }

    /** Returns the topic of alarm episodes, from raising to end. Key: the alert. */
    public Topic<AlarmEpisode> alarmsEpisodes() {
        return compacted("alarms.episodes", AlarmEpisode.class);
    }

    /** Returns the topic of the alarm load of each unit. Key: the unit. */
    public Topic<AlarmLoad> alarmsLoad() {
        return compacted("alarms.load", AlarmLoad.class);
    }

    /** Returns the topic of the status of each notification channel. Key: the channel. */
    public Topic<NotificationStatus> notificationsStatus() {
        return compacted("notifications.status", NotificationStatus.class);
    }

    /** Returns the topic of the delivery of each call by each channel. Key: the call and the channel, separated by {@code |}. */
    public Topic<NotificationDelivery> notificationsDeliveries() {
        return compacted("notifications.deliveries", NotificationDelivery.class);
    }

    /**
     * Returns the topic of all stays that the admission system reports for each bed, with contradictions. Only the gateway uses it. Key:
     * the bed.
     */
    public Topic<BedStays> staysClaimed() {
        return compacted("stays.claimed", BedStays.class);
    }

    /** Returns the topic of alarms that the monitors raised themselves. Key: the bed. */
    public Topic<BedsideAlarm> alarmsBedside() {
        return kept("alarms.bedside", BedsideAlarm.class, MONTH);
    }

    /**
     * Returns the topic of valid observations with the sender's own identifiers. Only the gateway uses it. Key: a digest of the identifier.
     */
    public Topic<NamedObservation> observationsNamed() {
        return kept("observations.named", NamedObservation.class, DAYS);
    }

    /** Returns the topic of encrypted identities behind the pseudonyms. Key: the pseudonym. */
    public Topic<Sealed> identitiesSealed() {
        return kept("identities.sealed", Sealed.class, WEEK);
    }

    /** Returns the topic of encrypted messages as they were received. Key: the message. */
    public Topic<Sealed> messagesSealed() {
        return kept("messages.sealed", Sealed.class, DAYS);
    }

    /** Returns the topic of codes that name no variable. Key: the code. */
    public Topic<UnmappedCode> codesUnmapped() {
        return compacted("codes.unmapped", UnmappedCode.class);
    }

    /** Returns the topic of codes that an integrator mapped. Key: the code. */
    public Topic<CodeMapping> codesMapped() {
        return compacted("codes.mapped", CodeMapping.class);
    }

    /** Returns the topic of the progress of each backfill. Only the gateway uses it. Key: the mapping. */
    public Topic<BackfillProgress> codesBackfilled() {
        return compacted("codes.backfilled", BackfillProgress.class);
    }

    /** Returns the topic of the gateway's intake ledger of counts. Key: the sender and its protocol. */
    public Topic<CountedReadings> readingsCounted() {
        return compacted("readings.counted", CountedReadings.class);
    }

    /** Returns the topic of readings that the gateway left out, with the reason. Key: sender, protocol, reason, field, code and unit. */
    public Topic<LeftOutReadings> readingsLeftOut() {
        return compacted("readings.leftout", LeftOutReadings.class);
    }

    /** Returns the topic of rows that the store refused. Key: the table. */
    public Topic<DeadLetter> rowsRejected() {
        return kept("rows.rejected", DeadLetter.class, MONTH);
    }

    /** Returns the topic of the simulator's ground truth. Key: the bed. */
    public Topic<Truth> truthEvents() {
        return kept("truth.events", Truth.class, MONTH);
    }

    /** Returns the topic of the audit trail: what users and programs did or were refused. Key: the chain of hashes. */
    public Topic<AuditEvent> auditEvents() {
        return kept("audit.events", AuditEvent.class, YEAR);
    }

    /** Returns the topic of the alarm rules that were published for the ward. Key: the number of the publication. */
    public Topic<RulePublication> rulesPublished() {
        return compacted("rules.published", RulePublication.class);
    }

    /** Returns the topic of what a running replay is asked. Only namespaces of replays have it. Key: the namespace. */
    public Topic<ReplayControl> replayControls() {
        return new Topic<>(prefix + "replay.controls", ReplayControl.class, 1, MONTH, false);
    }

    /** Returns the topic of the state of a replay. Only namespaces of replays have it. Key: the namespace. */
    public Topic<ReplayStatus> replayStatus() {
        return new Topic<>(prefix + "replay.status", ReplayStatus.class, 1, WEEK, true);
    }

    /** Returns the topics that steer a replay. No ward has them. */
    public List<Topic<? extends SpecificRecord>> ofReplay() {
        return List.of(replayControls(), replayStatus());
    }

    /** Returns the topics of a ward. */
    public List<Topic<? extends SpecificRecord>> all() {
        return List.of(
                observationsRaw(),
                staysCurrent(),
                observationsClean(),
                observationsRejected(),
                recordsQuarantined(),
                windowsHourly(),
                scoresSurvival(),
                alertsLedger(),
                alertsCurrent(),
                triageCurrent(),
                commandsAlerts(),
                alarmsEpisodes(),
                alarmsLoad(),
                notificationsStatus(),
                notificationsDeliveries(),
                staysClaimed(),
                alarmsBedside(),
                identitiesSealed(),
                messagesSealed(),
                codesUnmapped(),
                codesMapped(),
                codesBackfilled(),
                readingsCounted(),
                readingsLeftOut(),
                observationsNamed(),
                rowsRejected(),
                truthEvents(),
                auditEvents(),
                rulesPublished());
    }

    private <V extends SpecificRecord> Topic<V> kept(String name, Class<V> value, Duration retention) {
        return new Topic<>(prefix + name, value, partitions, retention, false);
    }

    private <V extends SpecificRecord> Topic<V> compacted(String name, Class<V> value) {
        return new Topic<>(prefix + name, value, partitions, WEEK, true);
    }
}
