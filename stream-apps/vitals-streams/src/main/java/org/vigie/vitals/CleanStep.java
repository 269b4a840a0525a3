package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.Observation;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.ChannelChoice;
import org.vigie.signal.clean.ChartedValues;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.NewestValueRules;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.signal.clean.Verdict;
import org.vigie.signal.identify.StayAssignment;

/**
 * Implements the step clean: it decides the verdict of each reading once.
 *
 * <p>Processing is at least once: after a crash the records since the last commit are processed again. The state is then that of a
 * commit, so a device, its channels, its instants and its bed belong together ({@link StatePartStore}). Messages are stored at once,
 * before their output. A message with the same offset therefore gets its earlier verdicts and stay again. A message with another offset
 * is a duplicate. Either way its effect on its device is computed again from the same state, unless the state already contains it.
 *
 * <p>One case remains. A record's output may have reached the broker without its message, both written in the same milliseconds. It is
 * then decided again from the same state and gets the same verdicts. Only if the stay on its bed also changed in those milliseconds, it
 * may be emitted under two stays. After a manual reset of the group's offsets without the app's state, repeated records are late or
 * duplicates.
 */
final class CleanStep implements Processor<String, IdentifiedObservation, String, JudgedObservation> {
    static final String MEMORY = "memory";

    /** Longer than any time from reading a record to committing its offset. */
    private static final long SETTLE_EVERY_MS = 10_000;

    /** A second's messages and instants are deleted in some milliseconds. Those of ten seconds would keep the alarms of a large ward waiting. */
    private static final Duration DELETE_OLD_EVERY = Duration.ofSeconds(1);

    private static final Duration DELETE_DEVICES_EVERY = Duration.ofHours(1);

    private final CleaningMemoryConfig settings;
    private final CleaningRevision revision;
    private ProcessorContext<String, JudgedObservation> context;
    private CleaningStateStore stateStore;
    private VerdictCounter counter;
    private long settledAtMs;

    CleanStep(CleaningMemoryConfig settings, CleaningRevision revision) {
        this.settings = settings;
        this.revision = revision;
    }

    @Override
    public void init(ProcessorContext<String, JudgedObservation> context) {
        this.context = context;
        this.stateStore = new CleaningStateStore(context.getStateStore(MEMORY), settings);
        this.counter = new VerdictCounter(context);
        context.schedule(DELETE_OLD_EVERY, PunctuationType.WALL_CLOCK_TIME, this::deleteOld);
        context.schedule(
                DELETE_DEVICES_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> stateStore.deleteSilentDevices());
    }

    @Override
    public void process(Record<String, IdentifiedObservation> record) {
        RawObservation raw = record.value().raw();
        JudgedObservation judged = stateStore
                .message(raw)
                .map(known -> recall(record.value(), known))
                .orElseGet(() -> judge(record.value()));
        counter.count(judged);
        context.forward(record.withValue(judged));
    }

    private JudgedObservation judge(IdentifiedObservation identified) {
        RawObservation raw = identified.raw();
        List<Reading> readings = RawObservationMapper.readings(raw.observation());
        StoredDevice device = stateStore.device(raw);
        return new SteadyMessage(raw, readings, identified.identity())
                .take(device, stateStore, revision)
                .orElseGet(() -> judge(identified, readings, device));
    }

    private JudgedObservation judge(IdentifiedObservation identified, List<Reading> readings, StoredDevice device) {
        RawObservation raw = identified.raw();
        StayAssignment assignment = identified.identity();
        DeviceChannels channelsBefore = device.channels();
        InstantHistory before = history(raw, readings, assignment);
        CleaningResult result = judgement(identified, readings, channelsBefore, before);
        ChannelChoice choice = choice(raw, readings, result.reasons());
        var message = new StoredMessage(
                raw.offset(), raw.publishedAt(), assignment, verdicts(readings, result, choice.followed()));
        stateStore.remember(raw, message);
        remember(raw, readings, message, result.channels(), before);
        stateStore.remember(raw, new StoredBed(raw.offset(), raw.publishedAt(), choice.after()));
        return judged(identified, readings, message, channelsBefore, before);
    }

    private static List<StoredVerdict> verdicts(List<Reading> readings, CleaningResult result, List<Boolean> followed) {
        List<Verdict> verdicts = result.verdicts();
        boolean believed = areStampsBelieved(readings, verdicts);
        List<StoredVerdict> stored = new ArrayList<>(verdicts.size());
        for (int index = 0; index < verdicts.size(); index++) {
            stored.add(stored(verdicts.get(index), believed, followed.get(index)));
        }
        return stored;
    }

    private static StoredVerdict stored(Verdict verdict, boolean believed, boolean followed) {
        return new StoredVerdict(verdict.reason(), verdict.withdrawn(), believed ? null : verdict.asOf(), followed);
    }

    /** Returns true when every reading was measured at its device's stamp. */
    private static boolean areStampsBelieved(List<Reading> readings, List<Verdict> verdicts) {
        for (int index = 0; index < readings.size(); index++) {
            if (!readings.get(index).measuredAt().equals(verdicts.get(index).asOf())) {
                return false;
            }
        }
        return true;
    }

    private void remember(
            RawObservation raw,
            List<Reading> readings,
            StoredMessage message,
            DeviceChannels judged,
            InstantHistory before) {
        DeviceChannels channels = judged.unfollowed(unfollowed(readings, message));
        stateStore.remember(
                raw,
                readings,
                new StoredDevice(
                        raw.offset(),
                        raw.publishedAt(),
                        channels,
                        newest(readings, stateStore.device(raw).newest())));
        if (!message.identity().equals(IdentifiedObservation.UNKNOWN_BED)) {
            stateStore.remember(raw, before.after(readings, message.reasons(), channels));
        }
    }

    private static Instant newest(List<Reading> readings, Instant before) {
        Instant newest = before;
        for (Instant at : InstantHistory.of(readings)) {
            newest = at.isAfter(newest) ? at : newest;
        }
        return newest;
    }

    private static List<Reading> unfollowed(List<Reading> readings, StoredMessage message) {
        List<Reading> unfollowed = new ArrayList<>(0);
        for (int index = 0; index < readings.size(); index++) {
            if (!message.verdicts().get(index).followed()) {
                unfollowed.add(readings.get(index));
            }
        }
        return unfollowed;
    }

    private InstantHistory history(RawObservation raw, List<Reading> readings, StayAssignment assignment) {
        return assignment.equals(IdentifiedObservation.UNKNOWN_BED)
                ? InstantHistory.NOTHING
                : stateStore.history(raw, InstantHistory.of(readings));
    }

    private void deleteOld(long now) {
        if (now - settledAtMs >= SETTLE_EVERY_MS) {
            settledAtMs = now;
            stateStore.settle();
        }
        stateStore.deleteOldMessages();
        stateStore.deleteOldInstants();
    }

    private ChannelChoice choice(RawObservation raw, List<Reading> readings, List<CleaningReason> reasons) {
        Observation observation = raw.observation();
        return ChannelChoice.of(
                raw.sourceDevice(),
                readings,
                reasons,
                observation.getReceivedTime(),
                stateStore.bed(raw).sources());
    }

    private JudgedObservation recall(IdentifiedObservation again, StoredMessage known) {
        IdentifiedObservation identified = again.of(known.identity().stay());
        RawObservation raw = identified.raw();
        if (known.offset() != raw.offset()) {
            int readings = raw.observation().getReadings().size();
            return new JudgedObservation(
                    raw,
                    known.identity(),
                    Collections.nCopies(readings, StoredVerdict.DUPLICATE),
                    EarlierPressures.NONE,
                    EarlierUrine.NONE);
        }
        List<Reading> readings = RawObservationMapper.readings(raw.observation());
        StoredDevice device = stateStore.device(raw);
        InstantHistory before = history(raw, readings, known.identity());
        if (device.offset() < raw.offset()) {
            CleaningResult result = judgement(identified, readings, device.channels(), before);
            remember(raw, readings, known, result.channels(), before);
        }
        if (stateStore.bed(raw).offset() < raw.offset()) {
            BedSources after = choice(raw, readings, known.reasons()).after();
            stateStore.remember(raw, new StoredBed(raw.offset(), raw.publishedAt(), after));
        }
        return judged(identified, readings, known, device.channels(), before);
    }

    private static JudgedObservation judged(
            IdentifiedObservation identified,
            List<Reading> readings,
            StoredMessage message,
            DeviceChannels channels,
            InstantHistory before) {
        return new JudgedObservation(
                identified.raw(),
                message.identity(),
                message.verdicts(),
                EarlierPressures.of(readings, message.verdicts(), channels, before),
                EarlierUrine.of(readings, message.verdicts(), new ChartedValues(channels, identified.timeline())));
    }

    private CleaningResult judgement(
            IdentifiedObservation identified, List<Reading> readings, DeviceChannels before, InstantHistory history) {
        RawObservation raw = identified.raw();
        if (identified.identity().equals(IdentifiedObservation.UNKNOWN_BED)) {
            return CleaningResult.all(CleaningReason.UNKNOWN_BED, readings, before);
        }
        return raw.backfilled()
                ? ReadingCleaner.judgeLate(readings, raw.arrival(), before, history)
                : ReadingCleaner.judge(
                        readings,
                        raw.arrival(),
                        before,
                        history,
                        new NewestValueRules(revision, identified.timeline()));
    }
}
