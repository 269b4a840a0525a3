package org.vigie.risk.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Makes the reporter of a Flink that runs inside the app. Flink makes its reporters itself, from the name of their factory, so that the
 * metrics of all Flinks of this JVM meet in one place. Of Flink's several hundred metrics it keeps those that an operator watches.
 */
public final class FlinkLocalReporterFactory implements MetricReporterFactory {
    private static final FlinkMetricCollector OF_THIS_JVM = new FlinkMetricCollector();
    private static final Set<String> WATCHED = Set.of(
            "numRecordsIn",
            "numRecordsOut",
            "numRecordsInErrors",
            "pendingRecords",
            "currentEmitEventTimeLag",
            "inputQueueLength",
            "outputQueueLength",
            "inPoolUsage",
            "busyTimeMsPerSecond",
            "estimated",
            "fallbacks",
            "numRestarts",
            "numberOfCompletedCheckpoints",
            "numberOfFailedCheckpoints",
            "lastCheckpointCompletedTimestamp",
            "lastCheckpointDuration",
            "lastCheckpointSize",
            "lastCheckpointFullSize");

    /** Makes a Flink report here. */
    public static void turnOn(Configuration flink) {
        flink.setString("metrics.reporter.app.factory.class", FlinkLocalReporterFactory.class.getName());
    }

    /** Returns the metrics of every Flink of this JVM that reports here. */
    public static MultiCollector metrics() {
        return OF_THIS_JVM;
    }

    @Override
    public MetricReporter createMetricReporter(Properties settings) {
        return new WatchedMetrics();
    }

    /** Takes the metrics that an operator watches. */
    private static final class WatchedMetrics implements MetricReporter {
        @Override
        public void open(MetricConfig config) {
            // It has no settings.
        }

        @Override
        public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
            if (WATCHED.contains(name)) {
                OF_THIS_JVM.add(metric, name, group);
            }
        }

        @Override
        public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
            OF_THIS_JVM.remove(metric);
        }

        @Override
        public void close() {
            // Flink takes its metrics away before.
        }
    }
}
