package org.vigie.alerts.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.AttentionLevelStateRecord;
import org.vigie.alerts.state.record.AttentionStateRecord;
import org.vigie.alerts.state.record.DisplayedAttentionStateRecord;
import org.vigie.alerts.state.record.OxygenSettingStateRecord;
import org.vigie.alerts.state.record.SofaSampleStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.attention.AttentionAssessment;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;
import org.vigie.signal.attention.AttentionLevel;
import org.vigie.signal.attention.StayAttention;
import org.vigie.signal.earlywarning.OxygenHistory;
import org.vigie.signal.earlywarning.OxygenHistory.OxygenSetting;
import org.vigie.signal.earlywarning.SofaHistory;
import org.vigie.signal.earlywarning.SofaHistory.SofaSample;
import org.vigie.signal.text.LocalizedText;

/** Maps the attention level of a stay and its history to their state record and back. */
final class AttentionStateMapper {
    static final EnumMapping<AttentionLevelStateRecord, AttentionLevel> LEVEL =
            EnumMapping.byName(AttentionLevelStateRecord.class, AttentionLevel.class);

    private AttentionStateMapper() {}

    static @Nullable AttentionStateRecord toRecord(StayAttention attention) {
        return attention.equals(StayAttention.NONE)
                ? null
                : new AttentionStateRecord(
                        attention.oxygen().settings().stream()
                                .map(each -> new OxygenSettingStateRecord(
                                        each.fio2(), each.since().toEpochMilli()))
                                .toList(),
                        attention.sofa().samples().stream()
                                .map(AttentionStateMapper::sample)
                                .toList(),
                        attention
                                .displayed()
                                .map(AttentionStateMapper::displayed)
                                .orElse(null),
                        attention.displayedAt().toEpochMilli());
    }

    private static SofaSampleStateRecord sample(SofaSample sample) {
        return new SofaSampleStateRecord(sample.at().toEpochMilli(), sample.known(), sample.low(), sample.high());
    }

    private static DisplayedAttentionStateRecord displayed(AttentionAssessment shown) {
        SofaTrend sofa = shown.sofa();
        return new DisplayedAttentionStateRecord(
                LEVEL.toRecord(shown.level()),
                LocalizedText.french(shown.reasons()),
                LocalizedText.english(shown.reasons()),
                shown.missing(),
                sofa == null ? null : sofa.low(),
                sofa == null ? null : sofa.high(),
                sofa == null ? null : sofa.change(),
                shown.ruleVersion());
    }

    static StayAttention toRule(@Nullable AttentionStateRecord stored) {
        if (stored == null) {
            return StayAttention.NONE;
        }
        DisplayedAttentionStateRecord displayed = stored.getDisplayed();
        return new StayAttention(
                new OxygenHistory(stored.getOxygen().stream()
                        .map(each -> new OxygenSetting(each.getFio2(), Instant.ofEpochMilli(each.getSince())))
                        .toList()),
                new SofaHistory(stored.getSofa().stream()
                        .map(AttentionStateMapper::sample)
                        .toList()),
                displayed == null ? null : displayed(displayed),
                Instant.ofEpochMilli(stored.getDisplayedAt()));
    }

    private static SofaSample sample(SofaSampleStateRecord stored) {
        return new SofaSample(
                Instant.ofEpochMilli(stored.getAt()), stored.getKnown(), stored.getLow(), stored.getHigh());
    }

    private static AttentionAssessment displayed(DisplayedAttentionStateRecord stored) {
        return new AttentionAssessment(
                LEVEL.toRule(stored.getLevel()),
                LocalizedText.paired(stored.getReasonsFr(), stored.getReasonsEn()),
                stored.getMissing(),
                sofa(stored),
                stored.getRuleVersion());
    }

    private static @Nullable SofaTrend sofa(DisplayedAttentionStateRecord stored) {
        Integer low = stored.getSofaLow();
        Integer high = stored.getSofaHigh();
        return low == null || high == null ? null : new SofaTrend(low, high, stored.getSofaChange());
    }
}
