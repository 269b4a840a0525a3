package org.vigie.signal.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.signal.alert.Alarms;
import org.vigie.signal.alert.Frame;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.Rule;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.RuleSet;
import org.vigie.signal.alert.Side;
import org.vigie.signal.alert.Source;
import org.vigie.signal.alert.Source.Step;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.life.LifePropertiesTest.Event;
import org.vigie.signal.earlywarning.Place;

/** The rules and the life cycle of one stay, as alert-streams leads them through an event. */
final class RealWard {
    private static final Source SPO2 = new Source(
            "oximeter",
            "spo2",
            "SpO2",
            "SpO2",
            Side.BELOW,
            1,
            Duration.ofSeconds(4),
            List.of(
                    new Step(90, Priority.MEDIUM, Duration.ofSeconds(3)),
                    new Step(80, Priority.HIGH, Duration.ofSeconds(3))));

    private final Alarms alarms =
            new Alarms(new RuleSet("t", List.of(new Rule("spo2_low", RuleKind.LIMIT, List.of(SPO2)))));
    private final Policy policy;
    private final List<String> told = new ArrayList<>();
    private StayWatch watch = new StayWatch("stay-1");
    private Calls calls = new Calls("stay-1");
    private int now = -1;
    private int orders;
    private Frame before;

    RealWard(boolean latching) {
        policy = new Policy(
                latching ? Set.of(Priority.HIGH) : Set.of(),
                Map.of(Priority.HIGH, List.of(new Policy.Escalation(Duration.ofSeconds(20), "physician"))),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Map.of("nurse", EnumSet.allOf(Order.Kind.class)));
        calls.lieIn("REA/01");
    }

    List<String> live(List<Event> events) {
        events.forEach(this::live);
        return List.copyOf(told);
    }

    private void live(Event event) {
        now += event.step();
        Instant at = LifePropertiesTest.at(now);
        var frame = new Frame(
                "REA/01", at, at, List.of(new Frame.Kept("spo2", event.value(), new Place(0, now, 0))), List.of());
        see(frame);
        if (event.again() && before != null) {
            see(new Frame("REA/01", before.at(), at, before.kept(), List.of()));
        }
        before = frame;
        if (event.restart()) {
            restart();
        }
        if (event.order() != Order.Kind.UNKNOWN) {
            tell(life().hear(order(event, at), at, limit -> false));
        }
    }

    private void see(Frame frame) {
        List<Transition> made = alarms.see(watch, frame);
        tell(life().pass(watch.clock()));
        tell(life().take(made));
    }

    private Order order(Event event, Instant at) {
        String alert = calls.open().stream().map(Call::alert).findFirst().orElse("none");
        boolean timed = event.order() == Order.Kind.PAUSE_AUDIO || event.order() == Order.Kind.SHELVE;
        Instant end = timed ? at.plusSeconds(event.seconds()) : Instant.MAX;
        return new Order("o-" + orders++, alert, event.order(), "n", "nurse", at, "", end, -1, Map.of());
    }

    private LifeCycle life() {
        return new LifeCycle(calls, policy, "t");
    }

    private void tell(List<Entry> entries) {
        entries.forEach(entry -> told.add(LifePropertiesTest.told(entry)));
    }

    private void restart() {
        watch = new StayWatch(
                watch.stay(), watch.vitals(), watch.episodes(), watch.baselines(), watch.offsets(), watch.clock());
        calls = new Calls(
                calls.stay(),
                calls.bed(),
                calls.open(),
                calls.shelves(),
                calls.limits(),
                calls.over(),
                calls.orders(),
                calls.sequence(),
                calls.clock(),
                calls.told());
    }
}
