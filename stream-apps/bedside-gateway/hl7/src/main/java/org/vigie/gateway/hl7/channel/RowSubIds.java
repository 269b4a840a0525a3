package org.vigie.gateway.hl7.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.ChannelLabels;

/** Collects the plain numbers of OBX-4. Such a number tells two rows of one code apart when both have the same time. */
final class RowSubIds {
    private final Map<String, List<String>> atOneTime = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();

    /** @param order number of the row's OBR */
    void add(ObxSegment row, int order) {
        String subId = row.path();
        if (subId.isEmpty()) {
            return;
        }
        atOneTime.computeIfAbsent(key(row, order), key -> new ArrayList<>()).add(subId);
        if (!known.add(order + "|" + subId)) {
            repeated.add(subId);
        }
    }

    private static String key(ObxSegment row, int order) {
        return order + "|" + row.segment().raw(3) + "|" + row.segment().get(14);
    }

    /** Returns the sub-id of a code that occurs twice at one time. Numbers that only count the rows are replaced by their rank. */
    String subId(ObxSegment row, int order) {
        List<String> distinct = atOneTime.getOrDefault(key(row, order), List.of()).stream()
                .distinct()
                .sorted(ChannelLabels.BY_NUMBER)
                .toList();
        if (distinct.size() < 2) {
            return "";
        }
        boolean countsRows = distinct.stream().noneMatch(repeated::contains);
        return countsRows ? "#" + (distinct.indexOf(row.path()) + 1) : row.path();
    }
}
