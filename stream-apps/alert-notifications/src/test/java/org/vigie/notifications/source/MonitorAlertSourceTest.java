package org.vigie.notifications.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.vigie.records.BedTurnovers;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.story.MonitorAlarmStory;
import org.vigie.testing.story.WardStory;
import org.vigie.testing.time.TestClock;

/** Tests that a channel knows after a restart which alarms of the monitors are open. */
class MonitorAlertSourceTest {
    private static final Topic<BedsideAlarm> TOPIC =
            TopicCatalogue.in("test", 1).alarmsBedside();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);
    private static final Instant YESTERDAY = WardStory.START.minus(Duration.ofDays(1));

    private final TestClock clock = new TestClock(WardStory.START);
    private final List<ConsumerRecord<String, BedsideAlarm>> log = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();
    private Instant staysChangedAt = Instant.MIN;
    private final MonitorAlarmMapper mapper =
            new MonitorAlarmMapper(MonitorAlarmRule.standard(), new BedTurnovers(bed -> stays));

    @Test
    void theEndOfAnAlarmThatWasDeliveredBeforeTheRestartIsDelivered() {
        // given
        says("ASYSTOLE", "start", 0);
        says("ASYSTOLE", "end", 60);

        // when
        List<String> delivered = deliveredAfterRestart(1);

        // then
        assertThat(delivered).containsExactly("ASYSTOLE CLEARED");
    }

    @Test
    void aRepetitionOfAnAlarmThatWasDeliveredBeforeTheRestartIsNotDelivered() {
        // given
        says("ASYSTOLE", "start", 0);
        says("ASYSTOLE", "continue", 5);
        says("ASYSTOLE", "continue", 10);

        // when
        List<String> delivered = deliveredAfterRestart(1);

        // then
        assertThat(delivered).isEmpty();
    }

    @Test
    void nothingBeforeTheCommitIsDeliveredAgainAndEverythingAfterItIs() {
        // given
        says("ASYSTOLE", "start", 0);
        says("ASYSTOLE", "end", 10);
        says("VFIB", "start", 20);
        says("ASYSTOLE", "start", 30);

        // when
        List<String> delivered = deliveredAfterRestart(2);

        // then
        assertThat(delivered).containsExactly("VFIB RAISED", "ASYSTOLE RAISED");
    }

    @Test
    void anAlarmWhosePatientHasNeverBeenCalledForIsDeliveredAtTheFirstStart() {
        // given
        says("ASYSTOLE", "start", 0);
        var consumer = consumer(0);
        var source = source(consumer);

        // when: the channel has committed nothing
        learn(source, YESTERDAY);
        says("ASYSTOLE", "continue", 5);

        // then
        assertThat(polled(source)).containsExactly("ASYSTOLE RAISED");
    }

    @Test
    void anAlarmThatWasLastReportedBeforeTheTimeIsDeliveredByItsNextMessage() {
        // given
        says("ASYSTOLE", "start", 0);
        says("ASYSTOLE", "continue", 7200);
        var source = source(consumer(1));

        // when
        learn(source, WardStory.START.plusSeconds(3600));

        // then
        assertThat(polled(source)).containsExactly("ASYSTOLE RAISED");
    }

    @Test
    void whenThePastCannotBeReadInAMinuteOpenAlarmsAreDeliveredOnceMore() {
        // given
        says("ASYSTOLE", "start", 0);
        says("ASYSTOLE", "continue", 5);
        var consumer = consumer(1);
        var source = source(consumer);

        // when
        consumer.fallSilent(true);
        learn(source, YESTERDAY);
        consumer.fallSilent(false);

        // then
        assertThat(clock.instant()).isEqualTo(WardStory.START.plusSeconds(60));
        assertThat(polled(source)).containsExactly("ASYSTOLE RAISED");
    }

    @Test
    void anAlarmThatWaitedTooLongIsDeliveredByItsNextMessage() {
        // given
        var source = new MonitorAlertSource(source(consumer(0)), mapper, Optional.empty());
        says("ASYSTOLE", "start", 0);
        says("ASYSTOLE", "continue", 60);
        says("ASYSTOLE", "continue", 65);
        says("ASYSTOLE", "end", 70);
        List<String> delivered = new ArrayList<>();

        // when: the first one waited too long
        for (ConsumerRecord<String, Alert> record : source.poll(Duration.ZERO)) {
            if (record.offset() == 0) {
                source.skipped(record.value());
            } else {
                delivered.add(text(record.value()));
            }
        }

        // then
        assertThat(delivered).containsExactly("ASYSTOLE RAISED", "ASYSTOLE CLEARED");
    }

    @Test
    void theEndOfTheNextPatientsAlarmIsDeliveredAfterARestart() {
        // given: the patient left after 30 s, and the next one was called for
        says("ASYSTOLE", "continue", 0);
        says("ASYSTOLE", "continue", 60);
        says("LEADS OFF", "start", 90);
        says("ASYSTOLE", "end", 120);
        patientLeft(30, 40);

        // when
        List<String> delivered = deliveredAfterRestart(2);

        // then
        assertThat(delivered).containsExactly("LEADS OFF RAISED", "ASYSTOLE CLEARED");
    }

    @Test
    void anAlarmThatBeganBeforeALateDischargeWasEnteredIsDeliveredAfterARestart() {
        // given: the message at 60 s was a repetition, because the discharge was entered at 70 s
        says("ASYSTOLE", "continue", 0);
        says("ASYSTOLE", "continue", 60);
        says("ASYSTOLE", "continue", 90);
        says("ASYSTOLE", "continue", 120);
        patientLeft(30, 70);

        // when
        List<String> delivered = deliveredAfterRestart(2);

        // then
        assertThat(delivered).containsExactly("ASYSTOLE CLEARED", "ASYSTOLE RAISED");
    }

    private void patientLeft(int at, int entered) {
        stays.add(Stay.newBuilder()
                .setStay("first")
                .setPatient("patient-1")
                .setBed("REA/03")
                .setFrom(YESTERDAY)
                .setUntil(WardStory.START.plusSeconds(at))
                .setAdmittedAt(YESTERDAY)
                .build());
        staysChangedAt = WardStory.START.plusSeconds(entered);
    }

    private List<String> deliveredAfterRestart(long committed) {
        var source = source(consumer(committed));
        learn(source, YESTERDAY);
        return polled(source);
    }

    private void learn(TopicAlertSource<BedsideAlarm> source, Instant oldest) {
        MonitorAlertSource.learn(source, mapper, oldest, bed -> staysChangedAt);
    }

    private RepeatableConsumer<BedsideAlarm> consumer(long committed) {
        return new RepeatableConsumer<>(PARTITION, log, committed, clock);
    }

    private TopicAlertSource<BedsideAlarm> source(RepeatableConsumer<BedsideAlarm> consumer) {
        return new TopicAlertSource<>(consumer, TOPIC, false, mapper::alerts, clock);
    }

    private static List<String> polled(TopicAlertSource<BedsideAlarm> source) {
        List<String> alerts = new ArrayList<>();
        source.poll(Duration.ZERO).forEach(record -> alerts.add(text(record.value())));
        return alerts;
    }

    private static String text(Alert alert) {
        return alert.getMessageEn().replace("Monitor: ", "") + " " + alert.getState();
    }

    private void says(String text, String phase, int second) {
        Instant at = WardStory.START.plusSeconds(second);
        BedsideAlarm alarm = new MonitorAlarmStory("REA/03", "", text, "PH").says(phase, at);
        log.add(new ConsumerRecord<>(
                TOPIC.name(),
                0,
                log.size(),
                at.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                alarm.getBed(),
                alarm,
                new RecordHeaders(),
                Optional.empty()));
    }
}
