package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.lifecycle.IncidentPropertiesTest.IncidentEvent;

/** Plays random events of the alarms of one stay. */
final class IncidentHarness {
    private final AlarmPolicy policy;
    private final AlarmLifecycleStory story;
    private int second;

    IncidentHarness(AlarmPolicy policy) {
        this.policy = policy;
        this.story = new AlarmLifecycleStory(policy);
    }

    static List<LedgerEntry> play(List<IncidentEvent> events) {
        var harness = new IncidentHarness(IncidentLifecycleTest.policy());
        events.forEach(harness::play);
        return harness.story.entries();
    }

    /** Returns the open alarms above LOW that wait for an answer, are still true, and for which no step is due. */
    List<OpenAlarm> withoutStep() {
        return new EscalationSchedule(story.alarms(), policy).incidentDueAt().isPresent()
                ? List.of()
                : IncidentAlarms.of(story.alarms()).calling().stream()
                        .filter(open ->
                                !open.isAcknowledged() && !open.handling().latched())
                        .filter(open -> open.alarm().priority() != AlarmPriority.LOW)
                        .toList();
    }

    List<LedgerEntry> entries() {
        return story.entries();
    }

    void play(IncidentEvent event) {
        second += event.step();
        story.scores(event.points()).at(second);
        switch (event.action()) {
            case CHANGE -> change(event);
            case CLEAR ->
                priority(event.rule())
                        .filter(open -> !isLatched(event.rule()))
                        .ifPresent(open -> story.goesOn(event.rule(), AlarmEventKind.CLEARED, open));
            case ACKNOWLEDGE -> story.order(CommandType.ACKNOWLEDGE, event.rule());
            case ACKNOWLEDGE_INCIDENT -> story.order(CommandType.ACKNOWLEDGE_INCIDENT, event.rule());
            case RESET -> story.order(CommandType.LATCH_RESET, event.rule());
            case SHELVE -> story.order(CommandType.SHELVE, event.rule(), Duration.ofMinutes(10));
            case UNSHELVE -> story.order(CommandType.UNSHELVE, event.rule());
        }
    }

    private Optional<AlarmPriority> priority(String rule) {
        return story.alarms().of(rule).map(open -> open.alarm().priority());
    }

    private boolean isLatched(String rule) {
        return story.alarms().of(rule).filter(open -> open.handling().latched()).isPresent();
    }

    private void change(IncidentEvent event) {
        AlarmPriority open = priority(event.rule()).orElse(null);
        if (open == null || isLatched(event.rule())) {
            story.raised(event.rule(), event.priority());
        } else if (open != event.priority()) {
            boolean rises = event.priority().isAbove(open);
            story.goesOn(event.rule(), rises ? AlarmEventKind.UPGRADED : AlarmEventKind.DOWNGRADED, event.priority());
        }
    }
}
