package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.records.EnumMapping;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.vitals.state.StoredReasonRecord;
import org.vigie.vitals.state.ValueDispositionRecord;

/** Tests that every constant of a stored enum and of its rule's enum has exactly one partner. */
class StoredEnumMappingsTest {
    @Test
    void everyDispositionOfAValueHasOnePartner() {
        isOneToOne(ChannelStateCodec.DISPOSITION, ValueDispositionRecord.values(), ValueDisposition.values());
    }

    @Test
    void everyCleaningReasonHasOnePartner() {
        isOneToOne(MessageStateCodec.REASON, StoredReasonRecord.values(), CleaningReason.values());
    }

    private static <A extends Enum<A>, R extends Enum<R>> void isOneToOne(
            EnumMapping<A, R> mapping, A[] records, R[] rules) {
        // when
        List<A> partners = Arrays.stream(rules).map(mapping::toRecord).toList();

        // then
        assertThat(partners).containsExactlyInAnyOrder(records);
        assertThat(partners.stream().map(mapping::toRule)).containsExactly(rules);
    }
}
