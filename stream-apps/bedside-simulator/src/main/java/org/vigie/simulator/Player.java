package org.vigie.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.simulator.patient.Chart;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.Event;
import org.vigie.simulator.ward.Ward;

/**
 * One connection to the broker: goes on from a bookmark and what the topic holds beyond it. All beds advance together in steps of at
 * most one charting round, so that none runs ahead of the others.
 */
final class Player implements AutoCloseable {
    /** After a longer break the time between is sent at the coarse spacing of a back-fill. */
    private static final Duration FULL_RATE_AFTER_BREAK = Duration.ofMinutes(10);

    private static final Duration MARK_EVERY = Duration.ofSeconds(5);

    private final SimulatorConfig config;
    private final Ward ward;
    private final Tail tail;
    private final Publisher publisher;
    private Bookmark bookmark;
    private Instant fineFrom;
    private Instant playedUntil;
    private long markedAt = System.nanoTime();

    Player(SimulatorConfig config, Ward ward, Bookmark bookmark, Published published) {
        var serdes = new AvroSerdes(config.kafka().registryUrl());
        this.config = config;
        this.ward = ward;
        this.bookmark = bookmark;
        this.tail = Tail.read(config.kafka(), serdes, bookmark.offsets());
        this.fineFrom = bookmark.liveFrom();
        this.playedUntil = bookmark.playedUntil();
        this.publisher = new Publisher(config.kafka(), serdes, published);
    }

    /** Tells who lies where, then gives beds that are new on this ward the past that the others have. */
    void begin(Instant now) {
        Instant full = now.minus(FULL_RATE_AFTER_BREAK);
        fineFrom = full.isAfter(bookmark.liveFrom()) ? full : bookmark.liveFrom();
        ward.beds().forEach(bed -> publisher.send(new Event(now, bed.bed(), bed.staysAt(now))));
        publisher.flush();
        if (bookmark.beds() < config.beds()) {
            List<BedFeed> added = ward.beds().subList(bookmark.beds(), config.beds());
            play(added, ward.start().minusSeconds(1), playedUntil);
        }
        mark();
    }

    /** Publishes what is due by {@code now}; now and then gives a new bookmark. */
    Optional<Bookmark> play(Instant now) {
        play(ward.beds(), playedUntil, now);
        playedUntil = now.isAfter(playedUntil) ? now : playedUntil;
        boolean due = System.nanoTime() - markedAt > MARK_EVERY.toNanos();
        return due ? Optional.of(mark()) : Optional.empty();
    }

    private void play(List<BedFeed> beds, Instant after, Instant upTo) {
        for (Instant from = after; from.isBefore(upTo); from = from.plus(Chart.ROUND)) {
            Instant step = from.plus(Chart.ROUND);
            Instant to = step.isAfter(upTo) ? upTo : step;
            for (BedFeed bed : beds) {
                bed.events(from, to, fineFrom).stream().filter(this::isNew).forEach(publisher::send);
            }
        }
    }

    private boolean isNew(Event event) {
        return !(event.value() instanceof Observation) || !tail.holds(event.bed(), event.due());
    }

    /** Waits until the broker has everything, then writes down how far it came. */
    Bookmark mark() {
        publisher.flush();
        Map<Integer, Long> offsets = new HashMap<>(tail.ends());
        offsets.putAll(publisher.offsets());
        bookmark = bookmark.movedTo(playedUntil, config.beds(), offsets);
        bookmark.write(config.stateDir());
        markedAt = System.nanoTime();
        return bookmark;
    }

    @Override
    public void close() {
        publisher.close();
    }
}
