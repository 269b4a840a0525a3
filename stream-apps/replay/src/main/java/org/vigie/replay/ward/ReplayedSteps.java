package org.vigie.replay.ward;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.vigie.alerts.AlertTopology;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.model.score.WindowEstimator;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.replay.publication.ReplayedRules;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.CleaningRulesConfig;
import org.vigie.vitals.VitalsTopology;

/**
 * Says with which rules and models the steps of a replay run.
 *
 * @param cleaning revision of the cleaning rules
 * @param rules alarm rules, by the recorded time
 * @param watch settings of alert-streams beside the rules
 * @param opinion second opinion of the triage model
 * @param models opens the model that gave a score; empty: no model runs
 * @param imputer opens the imputer whose estimates the windows get; empty: they get none
 */
public record ReplayedSteps(
        CleaningRulesConfig cleaning,
        ReplayedRules rules,
        StayWatchConfig watch,
        SecondOpinionProvider opinion,
        Optional<Function<RiskScore, SurvivalScorer>> models,
        Optional<Supplier<WindowEstimator>> imputer) {
    /** Creates steps with the default cleaning, whose windows get no estimates. */
    public ReplayedSteps(
            ReplayedRules rules,
            StayWatchConfig watch,
            SecondOpinionProvider opinion,
            Optional<Function<RiskScore, SurvivalScorer>> models) {
        this(CleaningRulesConfig.defaults(), rules, watch, opinion, models, Optional.empty());
    }

    Topology vitals(TopicCatalogue topics, AvroSerdes serdes) {
        return new VitalsTopology(topics, serdes, CleaningMemoryConfig.defaults(), cleaning).buildWithoutChangelogs();
    }

    Topology alerts(TopicCatalogue topics, AvroSerdes serdes) {
        return new AlertTopology(topics, serdes, watch, rules.inForce(), opinion, ReadHorizon.NOW)
                .buildWithoutChangelogs();
    }

    ReplayedEstimator estimator() {
        return new ReplayedEstimator(imputer.map(Supplier::get));
    }

    ReplayedScorer scorer() {
        return new ReplayedScorer(models);
    }
}
