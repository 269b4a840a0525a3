package org.vigie.replay.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;

/** Knows where a replay is and what it was asked, and says both in a status. Thread-safe. */
final class ReplayReport {
    private final ReplayNamespace namespace;
    private final PartitionPeriod period;
    private final ReplayPace pace;
    private @Nullable ReplayState end;
    private boolean isWarm;
    private long records;
    private long all;
    private int beds;
    private Instant evaluated;
    private @Nullable String answers;
    private @Nullable String refusal;

    ReplayReport(ReplayNamespace namespace, PartitionPeriod period, ReplayPace pace) {
        this.namespace = namespace;
        this.period = period;
        this.pace = pace;
        this.evaluated = period.from();
    }

    /** Records that the warm-up is over. */
    synchronized void beginPeriod() {
        isWarm = true;
    }

    /** @param all number of records to read, at most; 0 when it is not known */
    synchronized void read(long records, long all, int beds) {
        this.records = records;
        this.all = all;
        this.beds = beds;
    }

    /** Records up to where results are written. They follow the reading of the records by some seconds when nothing waits. */
    synchronized void evaluated(Instant recorded) {
        evaluated = recorded.isAfter(evaluated) ? recorded : evaluated;
    }

    /** Does what is asked, and keeps the reason when that cannot be done. */
    synchronized void answer(ReplayControl asked) {
        answers = asked.getControl();
        refusal = null;
        try {
            pace.steer(asked);
        } catch (IllegalArgumentException e) {
            refusal = e.getMessage();
        }
    }

    /** Records the end, once. */
    synchronized void end(ReplayState state) {
        end = end == null ? state : end;
    }

    /** @param wall wall time of the status */
    synchronized ReplayStatus status(Instant wall) {
        ReplayPosition position = pace.position();
        ReplayState state = end == null ? running(position) : end;
        return ReplayStatus.newBuilder()
                .setNamespace(namespace.name())
                .setWard(namespace.ward())
                .setState(state)
                .setFrom(period.from())
                .setTo(period.to())
                .setPosition(time(state, position))
                .setSpeed(position.speed().times())
                .setSeekTo(position.seekTo().orElse(null))
                .setRecords(records)
                .setShare(state == ReplayState.ENDED ? 1 : share())
                .setBeds(beds)
                .setSentAt(wall)
                .setAnswers(answers)
                .setRefusal(refusal)
                .build();
    }

    /** Returns the share of the records that were read; 0 while their number is not known. */
    private double share() {
        return all == 0 ? 0 : Math.min(1, (double) records / all);
    }

    private Instant time(ReplayState state, ReplayPosition position) {
        return switch (state) {
            case ENDED -> period.to();
            case SEEKING -> evaluated;
            case RUNNING -> position.speed().isMax() ? evaluated : position.time();
            default -> position.time();
        };
    }

    private ReplayState running(ReplayPosition position) {
        if (!isWarm) {
            return ReplayState.WARMING_UP;
        }
        if (position.seekTo().isPresent()) {
            return ReplayState.SEEKING;
        }
        return position.paused() ? ReplayState.PAUSED : ReplayState.RUNNING;
    }
}
