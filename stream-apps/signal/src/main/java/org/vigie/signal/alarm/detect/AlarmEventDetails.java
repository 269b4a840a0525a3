package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.text.LocalizedText;

/**
 * Holds additional facts about an alarm event. They are computed only when the event happens.
 *
 * @param at event time of the readings that cause it
 * @param remark text after the text of the rule; may be empty
 * @param causes readings that cause it
 */
record AlarmEventDetails(Instant at, Supplier<LocalizedText> remark, Supplier<List<TriggeringReading>> causes) {

    static AlarmEventDetails withoutRemark(Instant at, Supplier<List<TriggeringReading>> causes) {
        return new AlarmEventDetails(at, () -> LocalizedText.EMPTY, causes);
    }

    static AlarmEventDetails of(EarlyWarningScore score, Instant at, Supplier<List<TriggeringReading>> causes) {
        return new AlarmEventDetails(at, () -> new ScoreRemark(score).text(), causes);
    }
}
