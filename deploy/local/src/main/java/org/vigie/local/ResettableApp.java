package org.vigie.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.analytics.AlertAnalytics;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.RiskConfig;
import org.vigie.risk.RiskFlink;
import org.vigie.sink.DashboardSink;
import org.vigie.sink.SinkConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/** Lists the apps whose state {@code ./vigie reset} can delete, in the order of the data flow. */
enum ResettableApp {
    VITALS_STREAMS(source -> {
        VitalsStreamsConfig config = source.load(VitalsStreamsConfig.class);
        return streams(VitalsStreams.NAME, config.kafka(), config.stateDir(), config.monitoring());
    }),
    RISK_FLINK(source -> {
        RiskConfig config = source.load(RiskConfig.class);
        return streams(RiskFlink.NAME, config.kafka(), config.flink().directory(), config.monitoring());
    }),
    ALERT_STREAMS(source -> {
        AlertStreamsConfig config = source.load(AlertStreamsConfig.class);
        return streams(AlertStreams.NAME, config.kafka(), config.stateDir(), config.monitoring());
    }),
    ALERT_ANALYTICS(source -> {
        AnalyticsConfig config = source.load(AnalyticsConfig.class);
        return streams(AlertAnalytics.NAME, config.kafka(), config.stateDir(), config.monitoring());
    }),
    DASHBOARD_SINK(source -> {
        SinkConfig config = source.load(SinkConfig.class);
        String group = DashboardSink.group(config.kafka());
        return new AppState(DashboardSink.NAME, config.kafka(), group, Optional.empty(), config.monitoring());
    });

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Function<ConfigSource, AppState> state;

    /**
     * Holds where the configuration of an app comes from.
     *
     * @param file empty for the defaults
     * @param environment overrides keys of the file
     */
    record ConfigSource(Optional<Path> file, Map<String, String> environment) {
        private <T extends Record> T load(Class<T> type) {
            return ConfigLoader.load(file, type, environment);
        }
    }

    ResettableApp(Function<ConfigSource, AppState> state) {
        this.state = state;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ResettableApp::word).toList();
    }

    static Optional<ResettableApp> of(String word) {
        return Arrays.stream(values()).filter(app -> app.word().equals(word)).findFirst();
    }

    /** Returns the name as typed: {@code vitals-streams}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    AppState state(ConfigSource source) {
        return state.apply(source);
    }

    /** The job on Flink names its consumer group as the Streams apps do. */
    private static AppState streams(
            String name, KafkaConnectionConfig kafka, Path directory, MonitoringConfig monitoring) {
        return new AppState(name, kafka, StreamsApp.group(name, kafka), Optional.of(directory), monitoring);
    }
}
