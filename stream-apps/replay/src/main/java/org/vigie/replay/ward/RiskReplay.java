package org.vigie.replay.ward;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.TopicCatalogue;

/** Runs the steps window, impute and score of risk-flink on recorded records, at the moments of the ward's windows and scores. */
final class RiskReplay implements AutoCloseable {
    /** Windows of one stay that wait for their score; more are waiting only while the model server fails. */
    private static final int MOST_WAITING = 1_000;

    private final WindowMoments moments = new WindowMoments();
    private final Map<String, TreeMap<Long, Window>> unscored = new HashMap<>();
    private final TopicCatalogue topics;
    private final RecordCodec codec;
    private final ReplayedScorer scorer;
    private final ReplayedEstimator estimator;

    RiskReplay(TopicCatalogue topics, RecordCodec codec, ReplayedScorer scorer, ReplayedEstimator estimator) {
        this.topics = topics;
        this.codec = codec;
        this.scorer = scorer;
        this.estimator = estimator;
    }

    void take(CleanObservation observation) {
        moments.take(observation);
    }

    void take(BedStays bed) {
        bed.getStays().forEach(moments::take);
    }

    /** Returns the window of the replay at the moment of a recorded window. */
    Optional<RecordedRecord> window(WardRecord recorded) {
        return codec.value(topics.windowsHourly(), recorded.value())
                .flatMap(this::window)
                .map(window -> codec.record(topics.windowsHourly(), recorded.key(), window, recorded.at()));
    }

    private Optional<Window> window(Window recorded) {
        Optional<Window> replayed = moments.at(recorded).map(estimator::estimated);
        replayed.ifPresent(window -> hold(recorded.getRevision(), window));
        return replayed;
    }

    private void hold(long revision, Window window) {
        TreeMap<Long, Window> waiting = unscored.computeIfAbsent(window.getStay(), stay -> new TreeMap<>());
        waiting.put(revision, window);
        if (waiting.size() > MOST_WAITING) {
            waiting.pollFirstEntry();
        }
    }

    /** Returns the score of the replay at the moment of a recorded score; empty when the replay has no such window. */
    Optional<RecordedRecord> score(WardRecord recorded) {
        return codec.value(topics.scoresSurvival(), recorded.value())
                .flatMap(this::score)
                .map(score -> codec.record(topics.scoresSurvival(), recorded.key(), score, recorded.at()));
    }

    private Optional<RiskScore> score(RiskScore recorded) {
        return Optional.ofNullable(unscored.get(recorded.getStay()))
                .map(waiting -> waiting.get(recorded.getWindowRevision()))
                .flatMap(window -> scorer.score(window, recorded));
    }

    @Override
    public void close() {
        scorer.close();
        estimator.close();
    }
}
