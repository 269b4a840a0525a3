package org.vigie.station.ward;

import java.util.List;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ModelCardSnapshot;
import org.vigie.station.health.StalenessConfig;

/**
 * Holds what the ward's picture depends on beside the records.
 *
 * @param staleness how old a value may be
 * @param rules alarm rules that {@code alert-streams} applies
 * @param monitorAlarms decides which report of a monitor begins another alarm
 * @param display what the site shows, and in which units
 * @param cards cards of the models that may give scores
 */
public record WardViewConfig(
        StalenessConfig staleness,
        AlarmRuleCatalogue rules,
        MonitorAlarmRule monitorAlarms,
        DisplayConfig display,
        List<ModelCardSnapshot> cards) {
    public WardViewConfig {
        cards = List.copyOf(cards);
    }

    /** Returns the settings of a ward with the shipped rules, the display's defaults and no model's card. */
    public static WardViewConfig of(StalenessConfig staleness) {
        return new WardViewConfig(
                staleness,
                AlarmRuleCatalogue.adultIcu(),
                MonitorAlarmRule.standard(),
                DisplayConfig.defaults(),
                List.of());
    }

    /** Returns these settings for a site that shows a score without an own estimate before it. */
    public WardViewConfig withoutEstimate() {
        return with(display.withoutEstimate());
    }

    /** Returns these settings with another display. */
    public WardViewConfig with(DisplayConfig other) {
        return new WardViewConfig(staleness, rules, monitorAlarms, other, cards);
    }

    /** Returns these settings with the cards of models. */
    public WardViewConfig with(List<ModelCardSnapshot> others) {
        return new WardViewConfig(staleness, rules, monitorAlarms, display, others);
    }
}
