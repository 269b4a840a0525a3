package org.vigie.risk;

import static org.vigie.risk.kafka.ReadableRecordFilter.UNREADABLE;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.vigie.risk.impute.EstimatorFactory;
import org.vigie.risk.impute.ImputeFunction;
import org.vigie.risk.kafka.BedsideWatermarks;
import org.vigie.risk.kafka.ReadableRecordFilter;
import org.vigie.risk.score.ScoreFunction;
import org.vigie.risk.score.ScorerFactory;
import org.vigie.risk.window.WindowFunction;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;

/**
 * Builds the Flink job that fills the hourly window of each stay and requests a risk score for it.
 * <pre>
 * observations.clean - read --------+- window - impute -+-> windows.hourly
 * stays.current ------ read - stay -+                   +- score -> scores.survival
 *                       +-> records.quarantined
 * </pre>
 * <p>The step {@code window} keeps the hours of a stay, fills what was not measured with last values and sends the window. The step {@code
 * impute} adds the estimates of an imputer, where one is configured; the score does not use them.
 */
public final class RiskJob {
    private final JobConnectors connectors;
    private final ScorerFactory scorer;
    private final EstimatorFactory estimator;
    private final RiskConfig config;

    /** Holds the sources and sinks of the job. A source gives readable records (right) and unreadable ones (left). */
    public record JobConnectors(
            Source<Either<Quarantined, CleanObservation>, ?, ?> observations,
            Source<Either<Quarantined, BedStays>, ?, ?> stays,
            Sink<Window> windows,
            Sink<RiskScore> scores,
            Sink<Quarantined> quarantine) {}

    public RiskJob(JobConnectors connectors, ScorerFactory scorer, EstimatorFactory estimator, RiskConfig config) {
        this.connectors = connectors;
        this.scorer = scorer;
        this.estimator = estimator;
        this.config = config;
    }

    /** Adds the job's steps to {@code env}. */
    public void build(StreamExecutionEnvironment env) {
        var observations = read(
                env.fromSource(
                        connectors.observations(), BedsideWatermarks.ofReadings(config.window()), "observations.clean"),
                CleanObservation.class);
        var beds = read(env.fromSource(connectors.stays(), BedsideWatermarks.none(), "stays.current"), BedStays.class);
        var windows = impute(window(observations, stay(beds)));
        send(windows, connectors.windows(), "windows.hourly");
        send(score(windows), connectors.scores(), "scores.survival");
        send(unreadableIn(observations, beds), connectors.quarantine(), "records.quarantined");
    }

    private static <V extends SpecificRecordBase> SingleOutputStreamOperator<V> read(
            SingleOutputStreamOperator<Either<Quarantined, V>> source, Class<V> type) {
        String topic = source.getName();
        return named(
                "read " + topic, source.uid(topic).process(new ReadableRecordFilter<V>(), new AvroTypeInfo<>(type)));
    }

    private static DataStream<Quarantined> unreadableIn(
            SingleOutputStreamOperator<?> observations, SingleOutputStreamOperator<?> beds) {
        return observations.getSideOutput(UNREADABLE).union(beds.getSideOutput(UNREADABLE));
    }

    private static DataStream<Stay> stay(DataStream<BedStays> beds) {
        return named(
                "stay",
                beds.flatMap((bed, out) -> bed.getStays().forEach(out::collect), new AvroTypeInfo<>(Stay.class)));
    }

    private SingleOutputStreamOperator<Window> window(
            DataStream<CleanObservation> observations, DataStream<Stay> stays) {
        return named(
                "window",
                observations
                        .keyBy(CleanObservation::getStay, Types.STRING)
                        .connect(stays.keyBy(Stay::getStay, Types.STRING))
                        .process(new WindowFunction(config.window()), new AvroTypeInfo<>(Window.class)));
    }

    /** Adds estimates to the windows in their order. A window whose estimates are late goes on without them. */
    private SingleOutputStreamOperator<Window> impute(DataStream<Window> windows) {
        return named(
                "impute",
                AsyncDataStream.orderedWait(
                        windows,
                        new ImputeFunction(estimator, config.impute(), Clock.systemUTC()),
                        config.impute().timeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        config.impute().inFlight()));
    }

    /** Scores windows in their order, so that an old score never follows a newer one of the same stay. */
    private DataStream<RiskScore> score(DataStream<Window> windows) {
        var function = new ScoreFunction(scorer, config.scorer().model(), config.score(), Clock.systemUTC());
        return named(
                "score",
                AsyncDataStream.orderedWaitWithRetry(
                        windows,
                        function,
                        config.score().timeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        config.score().inFlight(),
                        ScoreFunction.retry(config.score())));
    }

    private static <V> void send(DataStream<V> records, Sink<V> sink, String topic) {
        records.sinkTo(sink).name(topic).uid(topic);
    }

    private static <V> SingleOutputStreamOperator<V> named(String step, SingleOutputStreamOperator<V> operator) {
        return operator.name(step).uid(step);
    }
}
