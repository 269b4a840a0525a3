package org.vigie.notifications.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.records.BedTurnovers;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedsideAlarm;

/**
 * Gives the monitors' own alarms to one channel.
 *
 * <p>A channel that shows the present state reads them from the beginning. Any other reads what it has committed within the last day once
 * more without delivering it, so that it knows which alarms are open.
 */
public final class MonitorAlertSource implements AlertSource {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorAlertSource.class);

    /** An alarm that was last reported earlier than this before the start is not known as open. Its end may have been lost. */
    private static final Duration REPORTED_WITHIN = Duration.ofDays(1);

    private final TopicAlertSource<BedsideAlarm> alarms;
    private final MonitorAlarmMapper mapper;
    private final Optional<PartitionFollower> stays;

    MonitorAlertSource(
            TopicAlertSource<BedsideAlarm> alarms, MonitorAlarmMapper mapper, Optional<PartitionFollower> stays) {
        this.alarms = alarms;
        this.mapper = mapper;
        this.stays = stays;
    }

    /**
     * Opens the source of a channel.
     *
     * @param rule decides which message is a new alarm
     */
    public static AlertSource open(KafkaConnectionConfig kafka, NotificationChannel channel, MonitorAlarmRule rule) {
        var stays = new FollowedBedStays();
        var mapper = new MonitorAlarmMapper(rule, new BedTurnovers(stays::of));
        Instant oldest = Instant.now().minus(REPORTED_WITHIN);
        TopicAlertSource<BedsideAlarm> alarms = TopicAlertSource.open(
                kafka,
                kafka.topics().alarmsBedside(),
                channel.name() + "-monitors",
                channel.mirrors(),
                channel.mirrors() ? alarm -> reportedSince(oldest, alarm, mapper) : mapper::alerts);
        Optional<PartitionFollower> follower = Optional.empty();
        try {
            follower = stays.follow(kafka);
            if (!channel.mirrors()) {
                learn(alarms, mapper, oldest, stays::changedAt);
            }
            return new MonitorAlertSource(alarms, mapper, follower);
        } catch (RuntimeException e) {
            new MonitorAlertSource(alarms, mapper, follower).close();
            throw e;
        }
    }

    private static List<Alert> reportedSince(Instant oldest, BedsideAlarm alarm, MonitorAlarmMapper mapper) {
        return alarm.getReceivedTime().isBefore(oldest) ? List.of() : mapper.alerts(alarm);
    }

    /**
     * Lets the mapper follow what was delivered since {@code oldest}. If that takes too long, open alarms are notified once more.
     *
     * @param staysChangedAt returns when the stays of a bed changed last
     */
    static void learn(
            TopicAlertSource<BedsideAlarm> alarms,
            MonitorAlarmMapper mapper,
            Instant oldest,
            Function<String, Instant> staysChangedAt) {
        if (!alarms.readCommitted(oldest, alarm -> mapper.learn(alarm, staysChangedAt.apply(alarm.getBed())))) {
            LOG.warn(
                    "The monitors' alarms since {} cannot be read in a minute: those still open are sent again",
                    oldest);
            mapper.forget();
        }
    }

    @Override
    public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
        return alarms.poll(timeout);
    }

    /** Lets the next message about the alarm call. */
    @Override
    public void skipped(Alert alert) {
        mapper.missed(alert);
    }

    @Override
    public boolean repeatsSkipped() {
        return true;
    }

    @Override
    public void commit() {
        alarms.commit();
    }

    @Override
    public long waiting() {
        return alarms.waiting();
    }

    @Override
    public void close() {
        alarms.close();
        stays.ifPresent(PartitionFollower::close);
    }
}
