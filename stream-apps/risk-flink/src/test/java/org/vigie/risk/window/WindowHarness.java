package org.vigie.risk.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.story.WardStory;

/** Runs the step window in Flink's test harness: records in, event time forward, windows out. */
final class WindowHarness implements AutoCloseable {
    private final KeyedTwoInputStreamOperatorTestHarness<String, CleanObservation, Stay, Window> flink;

    WindowHarness() throws Exception {
        this(null);
    }

    /** Continues from a snapshot. */
    WindowHarness(OperatorSubtaskState snapshot) throws Exception {
        flink = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WindowFunction(WindowConfig.defaults())),
                CleanObservation::getStay,
                Stay::getStay,
                Types.STRING);
        var noKryo = new Configuration();
        noKryo.set(PipelineOptions.GENERIC_TYPES, false);
        flink.getExecutionConfig().configure(noKryo, WindowHarness.class.getClassLoader());
        if (snapshot != null) {
            flink.initializeState(snapshot);
        }
        flink.open();
        flink.processWatermarkStatus2(WatermarkStatus.IDLE);
    }

    void observe(CleanObservation... observations) throws Exception {
        for (CleanObservation observation : observations) {
            flink.processElement1(new StreamRecord<>(observation));
        }
    }

    void know(Stay stay) throws Exception {
        flink.processElement2(new StreamRecord<>(stay));
    }

    /** @param toldAt the broker's time of the record, in ms since 1970 */
    void know(Stay stay, long toldAt) throws Exception {
        flink.processElement2(new StreamRecord<>(stay, toldAt));
    }

    /** Advances event time to this point of the stay. Returns the windows sent since the last call. */
    List<Window> until(String sinceAdmission) throws Exception {
        Instant now = WardStory.ADMITTED.plus(Duration.parse(sinceAdmission));
        flink.processWatermark1(new Watermark(now.toEpochMilli()));
        return sent();
    }

    /** Advances the wall clock but not event time. Returns the windows sent since the last call. */
    List<Window> afterAWhile() throws Exception {
        flink.setProcessingTime(flink.getProcessingTime() + WindowFunction.STEP.toMillis());
        return sent();
    }

    private List<Window> sent() {
        List<Window> windows = new ArrayList<>(flink.extractOutputValues());
        flink.getOutput().clear();
        return windows;
    }

    OperatorSubtaskState snapshot() throws Exception {
        return flink.snapshot(1, 1);
    }

    int stays() {
        return flink.numKeyedStateEntries();
    }

    int timers() {
        return flink.numEventTimeTimers();
    }

    @Override
    public void close() {
        try {
            flink.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the value of a series in an hour of the stay. */
    static float value(Window window, String series, int hour) {
        return window.getValues().get(cell(window, series, hour));
    }

    static String kind(Window window, String series, int hour) {
        return window.getKinds().get(cell(window, series, hour)).name();
    }

    static int row(Window window, int hour) {
        return hour - window.getLastHour() + HourlyGrid.HOURS - 1;
    }

    private static int cell(Window window, String series, int hour) {
        int column = VariableCatalogue.standard().get(series).series().orElseThrow();
        return row(window, hour) * HourlyGrid.SERIES + column;
    }
}
