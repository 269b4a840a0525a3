package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.simulator.recording.RecordingLibrary;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.ScheduledRecord;
import org.vigie.simulator.ward.SimulatedWard;
import org.vigie.simulator.ward.SimulationPlan;

/**
 * Plays a fixed day of four simulated patients with the orders of their clinicians. The first 23 hours and 40 minutes
 * are played in rounds of five minutes, as in a back-fill; the last 20 minutes are played second by second.
 *
 * <pre>
 * bed 1   is transferred to the free bed R1; a limit of its own ends with the transfer; the monitor sends an unknown code
 * bed 2   is admitted late: until then its readings belong to a provisional stay
 * bed 3   is empty, gets a patient, who leaves again before the end
 * bed 4   readings are taken back and corrected
 * </pre>
 *
 * {@code golden/story.csv} lists the deteriorations; {@link ScriptedClinician} answers the alarms.
 */
final class GoldenDay {
    static final Instant LIVE = Instant.parse("2026-03-01T08:00:00Z");
    static final Duration PAST = Duration.ofMinutes(23 * 60 + 40);
    static final Duration LENGTH = Duration.ofMinutes(20);

    private static final long SEED = 20_260_301;
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final TopicCatalogue TOPICS = BrokerlessWard.TOPICS;

    private static final Instant LATE_ADMISSION = LIVE.plusSeconds(600);
    private static final Instant ADMISSION = LIVE.plusSeconds(300);
    private static final Instant DISCHARGE = LIVE.plusSeconds(1_000);

    private final SimulatedWard ward = SimulatedWard.of(
            new SimulationPlan(
                    SEED, "REA", 4, 1, LIVE, PAST, GoldenFile.kept("story.csv").toString(), true, 1),
            RecordingLibrary.none());
    private final PriorityQueue<AgendaEntry> agenda =
            new PriorityQueue<>(Comparator.comparing(AgendaEntry::at).thenComparing(AgendaEntry::order));
    private int entries;

    /** Holds a record that does not come from a monitor, and its time. */
    private record AgendaEntry(Instant at, int order, AgendaAction action) {}

    @FunctionalInterface
    private interface AgendaAction {
        void to(BrokerlessWard apps, Instant at) throws Exception;
    }

    static Instant start() {
        return LIVE.minus(PAST);
    }

    static Instant end() {
        return LIVE.plus(LENGTH);
    }

    /** Plays it through the apps. */
    void play(BrokerlessWard apps) throws Exception {
        ScriptedClinician clinician = new ScriptedClinician();
        script(clinician);
        for (BedFeed bed : ward.beds()) {
            apps.write(TOPICS.staysCurrent(), bed.bed(), atFirst(bed), start());
        }
        int answered = 0;
        Instant tick = start();
        for (Instant from = start().minusMillis(1); from.isBefore(end()); from = from.plus(STEP)) {
            for (ScheduledRecord scheduled : due(from)) {
                while (!agenda.isEmpty() && !agenda.peek().at().isAfter(scheduled.due())) {
                    AgendaEntry next = agenda.poll();
                    next.action().to(apps, next.at());
                }
                if (scheduled.due().isAfter(tick.plus(TICK))) {
                    tick = scheduled.due();
                    apps.pass(tick);
                }
                publish(apps, scheduled);
                for (; answered < apps.ledger().size(); answered++) {
                    clinician
                            .answers(apps.ledger().get(answered), scheduled.due())
                            .forEach(this::ask);
                }
            }
            apps.refreshPages();
            apps.drain();
        }
        apps.pass(end());
        apps.refreshPages();
    }

    private List<ScheduledRecord> due(Instant from) {
        return ward.beds().stream()
                .flatMap(bed -> bed.events(from, from.plus(STEP), LIVE).stream())
                .filter(scheduled -> !scheduled.due().isAfter(end()))
                .sorted(Comparator.comparing(ScheduledRecord::due))
                .toList();
    }

    private static void publish(BrokerlessWard apps, ScheduledRecord scheduled) throws Exception {
        if (scheduled.value() instanceof Observation observation && isThere(observation)) {
            apps.write(TOPICS.observationsRaw(), scheduled.bed(), observation, scheduled.due());
        } else if (scheduled.value() instanceof BedStays stays) {
            apps.write(TOPICS.staysCurrent(), scheduled.bed(), stays, scheduled.due());
        }
    }

    /** The monitor of bed 3 is off while the bed is empty. */
    private static boolean isThere(Observation observation) {
        Instant at = observation.getDeviceTime();
        return !observation.getBed().equals("REA/03") || (!at.isBefore(ADMISSION) && at.isBefore(DISCHARGE));
    }

    private static BedStays atFirst(BedFeed bed) {
        boolean isEmpty = bed.bed().equals("REA/02") || bed.bed().equals("REA/03");
        return isEmpty ? new BedStays(bed.bed(), List.of()) : bed.staysAt(start());
    }

    private void script(ScriptedClinician clinician) {
        at(LATE_ADMISSION, TOPICS.staysCurrent(), "REA/02", bed("REA/02").staysAt(LATE_ADMISSION));
        at(ADMISSION, TOPICS.staysCurrent(), "REA/03", admitted(null));
        at(DISCHARGE, TOPICS.staysCurrent(), "REA/03", admitted(DISCHARGE));

        Observation taken = sentBy("REA/04", LIVE.plusSeconds(325));
        at(LIVE.plusSeconds(350), again(taken, "retraction", MeasurementStatusRecord.RETRACTED));
        at(LIVE.plusSeconds(360), again(taken, "second-retraction", MeasurementStatusRecord.RETRACTED));
        at(
                LIVE.plusSeconds(400),
                again(sentBy("REA/04", LIVE.plusSeconds(375)), "correction", MeasurementStatusRecord.CORRECTED));
        Observation other = sentBy("REA/01", LIVE.plusSeconds(250));
        at(LIVE.plusSeconds(255), unmapped(other));
        at(
                LIVE.plusSeconds(260),
                Observation.newBuilder(other)
                        .setBed("REA/99")
                        .setMessageId("of-no-bed")
                        .build());
        at(LIVE.plusSeconds(500), TOPICS.recordsQuarantined(), "raw-0-1", quarantined());

        clinician.unprompted(stay("REA/01"), stay("REA/04"), LIVE).forEach(this::ask);
    }

    private void at(Instant at, Observation observation) {
        Observation received =
                Observation.newBuilder(observation).setReceivedTime(at).build();
        at(at, TOPICS.observationsRaw(), observation.getBed(), received);
    }

    private void ask(AlarmCommandRecord command) {
        at(command.getAt(), TOPICS.commandsAlerts(), command.getStay(), command);
    }

    private <V extends SpecificRecord> void at(Instant at, Topic<V> topic, String key, V value) {
        agenda.add(new AgendaEntry(at, entries++, (apps, now) -> apps.write(topic, key, value, now)));
    }

    private BedFeed bed(String name) {
        return ward.beds().stream()
                .filter(bed -> bed.bed().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String stay(String bed) {
        return bed(bed).staysAt(LIVE).getStays().get(0).getStay();
    }

    private BedStays admitted(Instant until) {
        Stay planned = bed("REA/03").staysAt(ADMISSION).getStays().get(0);
        Stay stay = Stay.newBuilder(planned)
                .setFrom(ADMISSION)
                .setAdmittedAt(ADMISSION)
                .setUntil(until)
                .build();
        return new BedStays("REA/03", List.of(stay));
    }

    /** The first message of a bed that is due after an instant. */
    private Observation sentBy(String bed, Instant after) {
        return bed(bed).events(after, after.plus(STEP), LIVE).stream()
                .flatMap(scheduled -> scheduled.value() instanceof Observation each ? Stream.of(each) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    /** The same message with every reading taken back, or corrected to a value that is larger by one. */
    private static Observation again(Observation original, String id, MeasurementStatusRecord status) {
        List<ReadingRecord> readings = new ArrayList<>();
        for (ReadingRecord reading : original.getReadings()) {
            Double value = status == MeasurementStatusRecord.RETRACTED || reading.getValue() == null
                    ? null
                    : reading.getValue() + 1;
            readings.add(ReadingRecord.newBuilder(reading)
                    .setStatus(status)
                    .setValue(value)
                    .build());
        }
        return Observation.newBuilder(original)
                .setMessageId(original.getMessageId() + "-" + id)
                .setReadings(readings)
                .build();
    }

    private static Observation unmapped(Observation original) {
        ReadingRecord unknown = ReadingRecord.newBuilder(original.getReadings().get(0))
                .setVariable("MDC_OF_NOBODY")
                .build();
        return Observation.newBuilder(original)
                .setMessageId(original.getMessageId() + "-unmapped")
                .setReadings(List.of(unknown))
                .build();
    }

    private static Quarantined quarantined() {
        return Quarantined.newBuilder()
                .setOrigin(new Origin(TOPICS.observationsRaw().name(), 0, 1L, -1))
                .setReason(QuarantineReason.NOT_FRAMED)
                .setDetail("the record does not begin with the wire format's zero byte")
                .setApp("vitals-streams")
                .setQuarantinedAt(LIVE.plusSeconds(500))
                .build();
    }
}
