package org.vigie.alerts.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.ConditionSpanStateRecord;
import org.vigie.alerts.state.record.ConditionStateRecord;
import org.vigie.alerts.state.record.PriorityStateRecord;
import org.vigie.alerts.state.record.RaisedConditionStateRecord;
import org.vigie.alerts.state.record.SpanStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.detect.AlarmConditionState;
import org.vigie.signal.alarm.detect.ConditionSpan;
import org.vigie.signal.alarm.detect.RaisedCondition;

/** Maps the conditions of the alarm rules to state records and back. */
final class ConditionStateMapper {
    static final EnumMapping<PriorityStateRecord, AlarmPriority> PRIORITY =
            EnumMapping.byName(PriorityStateRecord.class, AlarmPriority.class);

    private ConditionStateMapper() {}

    static List<ConditionStateRecord> toRecords(Map<String, AlarmConditionState> conditions) {
        List<ConditionStateRecord> stored = new ArrayList<>(conditions.size());
        conditions.forEach((rule, condition) -> stored.add(toRecord(rule, condition)));
        return stored;
    }

    static Map<String, AlarmConditionState> toRules(List<ConditionStateRecord> stored) {
        Map<String, AlarmConditionState> conditions = new HashMap<>();
        stored.forEach(each -> conditions.put(each.getRule(), toRule(each)));
        return conditions;
    }

    private static ConditionStateRecord toRecord(String rule, AlarmConditionState condition) {
        List<SpanStateRecord> violated = new ArrayList<>();
        condition
                .violated()
                .forEach((priority, span) -> violated.add(new SpanStateRecord(
                        PRIORITY.toRecord(priority),
                        span.since().toEpochMilli(),
                        span.last().toEpochMilli())));
        return new ConditionStateRecord(
                rule, violated, span(condition.clearing()), span(condition.easing()), raised(condition.raisedOrNull()));
    }

    private static AlarmConditionState toRule(ConditionStateRecord stored) {
        Map<AlarmPriority, ConditionSpan> violated = new EnumMap<>(AlarmPriority.class);
        stored.getViolated()
                .forEach(each -> violated.put(
                        PRIORITY.toRule(each.getPriority()),
                        new ConditionSpan(
                                Instant.ofEpochMilli(each.getSince()), Instant.ofEpochMilli(each.getLast()))));
        return new AlarmConditionState(
                violated, span(stored.getClearing()), span(stored.getEasing()), raised(stored.getRaised()));
    }

    private static @Nullable ConditionSpanStateRecord span(ConditionSpan span) {
        return span.isNone()
                ? null
                : new ConditionSpanStateRecord(
                        span.since().toEpochMilli(), span.last().toEpochMilli());
    }

    private static ConditionSpan span(@Nullable ConditionSpanStateRecord stored) {
        return stored == null
                ? ConditionSpan.NONE
                : new ConditionSpan(Instant.ofEpochMilli(stored.getSince()), Instant.ofEpochMilli(stored.getLast()));
    }

    private static @Nullable RaisedConditionStateRecord raised(@Nullable RaisedCondition raised) {
        return raised == null
                ? null
                : new RaisedConditionStateRecord(
                        raised.onset().toEpochMilli(),
                        raised.at().toEpochMilli(),
                        PRIORITY.toRecord(raised.priority()),
                        raised.bed(),
                        raised.limit());
    }

    private static @Nullable RaisedCondition raised(@Nullable RaisedConditionStateRecord stored) {
        return stored == null
                ? null
                : new RaisedCondition(
                        Instant.ofEpochMilli(stored.getOnset()),
                        Instant.ofEpochMilli(stored.getAt()),
                        PRIORITY.toRule(stored.getPriority()),
                        stored.getBed(),
                        stored.getLimit());
    }
}
