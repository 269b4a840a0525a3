package org.vigie.replay.compare;

import java.util.List;
import java.util.Map;
import org.vigie.testing.story.WardStory;

/** Gives results of comparisons to tests of other packages. */
public final class ComparisonSamples {
    private ComparisonSamples() {}

    /**
     * Returns a result of one compared record.
     *
     * @param different number of records that differ
     */
    public static ComparisonResult of(long different) {
        var digest = new HourDigest();
        digest.takeSame(17);
        return new ComparisonResult(
                Map.of(StayHour.of("verdicts", "stay-1", WardStory.START), digest), List.of(), different, 0);
    }
}
