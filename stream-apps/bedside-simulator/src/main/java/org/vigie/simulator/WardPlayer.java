package org.vigie.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.simulator.patient.PatientChart;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.ScheduledRecord;
import org.vigie.simulator.ward.SimulatedWard;

/**
 * Plays the ward over one connection to the broker, from a checkpoint and the records that the topic holds after it.
 *
 * <p>All beds advance together in steps of at most one charting round, so that all beds stay at the same time.
 */
final class WardPlayer implements AutoCloseable {
    /** After a longer break, the time in between is sent at the coarse spacing of a back-fill. */
    private static final Duration FULL_RATE_AFTER_BREAK = Duration.ofMinutes(10);

    private static final Duration MARK_EVERY = Duration.ofSeconds(5);

    private final SimulatorConfig config;
    private final SimulatedWard ward;
    private final RawTopicTail tail;
    private final SimulatedRecordPublisher publisher;
    private SimulationCheckpoint checkpoint;
    private Instant fineFrom;
    private Instant playedUntil;
    private long markedAt = System.nanoTime();

    WardPlayer(
            SimulatorConfig config, SimulatedWard ward, SimulationCheckpoint checkpoint, PublishedCounter published) {
        var serdes = new AvroSerdes(config.kafka().registry());
        this.config = config;
        this.ward = ward;
        this.checkpoint = checkpoint;
        this.tail = RawTopicTail.read(config.kafka(), serdes, checkpoint.offsets());
        this.fineFrom = checkpoint.liveFrom();
        this.playedUntil = checkpoint.playedUntil();
        this.publisher = new SimulatedRecordPublisher(config.kafka(), serdes, published);
    }

    /** Publishes the stays of every bed. Then it publishes the past of beds that are new on this ward. */
    void begin(Instant now) {
        Instant full = now.minus(FULL_RATE_AFTER_BREAK);
        fineFrom = full.isAfter(checkpoint.liveFrom()) ? full : checkpoint.liveFrom();
        ward.beds().forEach(bed -> publisher.send(new ScheduledRecord(now, bed.bed(), bed.staysAt(now))));
        publisher.flush();
        if (checkpoint.beds() < config.beds()) {
            List<BedFeed> added = ward.beds().subList(checkpoint.beds(), config.beds());
            play(added, ward.start().minusSeconds(1), playedUntil);
        }
        checkpoint();
    }

    /** Publishes the records due by {@code now}. Returns a new checkpoint every few seconds. */
    Optional<SimulationCheckpoint> play(Instant now) {
        play(ward.beds(), playedUntil, now);
        playedUntil = now.isAfter(playedUntil) ? now : playedUntil;
        boolean due = System.nanoTime() - markedAt > MARK_EVERY.toNanos();
        return due ? Optional.of(checkpoint()) : Optional.empty();
    }

    private void play(List<BedFeed> beds, Instant after, Instant upTo) {
        for (Instant from = after; from.isBefore(upTo); from = from.plus(PatientChart.ROUND)) {
            Instant step = from.plus(PatientChart.ROUND);
            Instant to = step.isAfter(upTo) ? upTo : step;
            for (BedFeed bed : beds) {
                bed.events(from, to, fineFrom).stream().filter(this::isNew).forEach(publisher::send);
            }
        }
    }

    private boolean isNew(ScheduledRecord scheduled) {
        return !(scheduled.value() instanceof Observation) || !tail.contains(scheduled.bed(), scheduled.due());
    }

    /** Waits until the broker stored everything, then writes the checkpoint. */
    SimulationCheckpoint checkpoint() {
        publisher.flush();
        Map<Integer, Long> offsets = new HashMap<>(tail.ends());
        offsets.putAll(publisher.offsets());
        checkpoint = checkpoint.movedTo(playedUntil, config.beds(), offsets);
        checkpoint.write(config.stateDir());
        markedAt = System.nanoTime();
        return checkpoint;
    }

    @Override
    public void close() {
        publisher.close();
    }
}
