package org.vigie.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.bed.BedName;

/** Tests the choice of the canaries' beds. */
class CanaryBedChooserTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 12, 32})
    void eachPartitionOfTheRawAndOfTheCleanTopicHasOneCanary(int partitions) {
        // given
        var chooser = new CanaryBedChooser(partitions);

        // when
        List<String> beds = chooser.beds();

        // then
        List<Integer> each = IntStream.range(0, partitions).boxed().toList();
        assertThat(beds).extracting(chooser::partition).containsExactlyElementsOf(each);
        assertThat(beds)
                .extracting(bed -> chooser.partition(CanaryBedChooser.stay(bed)))
                .containsExactlyElementsOf(each);
        assertThat(beds).allMatch(BedName::isCanary).allMatch(BedName::isSafe);
    }
}
