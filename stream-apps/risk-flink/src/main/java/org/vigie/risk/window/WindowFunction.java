package org.vigie.risk.window;

import static org.vigie.risk.window.StayState.NEVER;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;
import org.vigie.schemas.bed.BedName;
import org.vigie.signal.impute.WindowImputer;

/**
 * Sends the window of each stay when it has changed.
 *
 * <p>The first window is sent as soon as event time has passed the first readings. The next one follows after five minutes ({@code
 * window.every}) of the stay's own event time or of the ward's event time. A back-fill of 48 hours therefore costs one window per step of
 * the watermark and not one per five minutes. A stay that is back-filled behind the ward's event time does not wait for its next step. The
 * wall clock then paces its windows.
 */
public final class WindowFunction extends KeyedCoProcessFunction<String, CleanObservation, Stay, Window> {
    /** Wall-clock time between two steps of the watermark. A back-fill costs one window of each stay per step. */
    public static final Duration STEP = Duration.ofSeconds(1);

    private final WindowConfig settings;

    private transient ValueState<StayState> states;
    private transient Counter resent;
    private transient WindowImputer windows;

    public WindowFunction(WindowConfig settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        windows = settings.windows();
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("stay", StayStateTypes.STATE));
        resent = getRuntimeContext().getMetricGroup().counter("resent");
    }

    @Override
    public void processElement1(CleanObservation observation, Context context, Collector<Window> windows)
            throws IOException {
        if (BedName.isCanary(observation.getBed())) {
            return;
        }
        StayState state = state();
        if (!new StayHourAssigner(state).take(observation)) {
            resent.inc();
        }
        markActive(state, state.newest, context.timerService());
    }

    @Override
    public void processElement2(Stay stay, Context context, Collector<Window> windows) throws IOException {
        StayState state = state();
        Long toldAt = context.timestamp();
        new StayHourAssigner(state).addStay(stay, toldAt == null ? NEVER : toldAt);
        markActive(state, stay.getUntil() == null ? NEVER : stay.getUntil().toEpochMilli(), context.timerService());
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Window> windows) throws IOException {
        StayState state = state();
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            sendBehind(state, context, windows);
        } else {
            onEventTime(at, state, context, windows);
        }
    }

    private void onEventTime(long at, StayState state, OnTimerContext context, Collector<Window> windows)
            throws IOException {
        boolean over = at == state.forget && at >= forgetAt(state);
        if (at == state.due || (over && state.changed)) {
            send(context.getCurrentKey(), state, context.timerService()).ifPresent(windows::collect);
        }
        if (over) {
            states.clear();
            return;
        }
        state.forget = at == state.forget ? NEVER : state.forget;
        keep(state, context.timerService());
    }

    private void sendBehind(StayState state, OnTimerContext context, Collector<Window> windows) throws IOException {
        if (isBehind(state, context.timerService())) {
            send(context.getCurrentKey(), state, context.timerService()).ifPresent(windows::collect);
            states.update(state);
        }
    }

    private static boolean isBehind(StayState state, TimerService timers) {
        return state.due != NEVER && state.due <= timers.currentWatermark();
    }

    private StayState state() throws IOException {
        StayState state = states.value();
        return state == null ? new StayState() : state;
    }

    private Optional<Window> send(String stay, StayState state, TimerService timers) {
        timers.deleteEventTimeTimer(state.due);
        state.due = NEVER;
        state.sentEnd = state.newest;
        state.sentAt = timers.currentWatermark();
        return StayWindowBuilder.of(stay, state, windows);
    }

    /** Records that the stay is active. A stay that is back-filled far behind the ward's event time counts as active too. */
    private void markActive(StayState state, long at, TimerService timers) throws IOException {
        state.seen = Math.max(state.seen, Math.max(at, timers.currentWatermark()));
        keep(state, timers);
    }

    private void keep(StayState state, TimerService timers) throws IOException {
        if (state.changed) {
            sendAt(due(state), state, timers);
        }
        if (state.forget == NEVER && forgetAt(state) != Long.MAX_VALUE) {
            state.forget = forgetAt(state);
            timers.registerEventTimeTimer(state.forget);
        }
        states.update(state);
    }

    private void sendAt(long due, StayState state, TimerService timers) {
        if (state.due != NEVER && state.due <= due) {
            return;
        }
        if (state.due != NEVER) {
            timers.deleteEventTimeTimer(state.due);
        }
        state.due = due;
        timers.registerEventTimeTimer(due);
        if (isBehind(state, timers)) {
            timers.registerProcessingTimeTimer(timers.currentProcessingTime() + STEP.toMillis());
        }
    }

    private long due(StayState state) {
        if (state.sentAt == NEVER) {
            return state.newest;
        }
        long every = settings.every().toMillis();
        long wardDue = state.sentAt + every;
        return state.newest >= state.sentEnd + every ? Math.min(wardDue, state.newest) : wardDue;
    }

    /** Returns when the stay is deleted. A stay that has not ended is never deleted. */
    private long forgetAt(StayState state) {
        boolean goesOn = state.stay != null && state.stay.getUntil() == null;
        return goesOn ? Long.MAX_VALUE : state.seen + settings.forgetAfter().toMillis();
    }
}
