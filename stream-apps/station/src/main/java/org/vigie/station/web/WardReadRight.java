package org.vigie.station.web;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;
import org.vigie.access.AccessOperation;

/**
 * Says by which right the ward of a station is read: the present by its own, an earlier time by that of the past, and the ward of a replay,
 * which is always an earlier one, by that of the past too.
 *
 * @param isReplay whether the station shows a replay
 * @param hasPast whether the station reads earlier situations
 */
record WardReadRight(boolean isReplay, boolean hasPast) {
    /** Returns the operation for which a request needs a right, where its route names another one. */
    AccessOperation of(AccessOperation named, Context request) {
        boolean isEarlier = isReplay || EarlierTimeParameter.isIn(request);
        return named == AccessOperation.READ_WARD && isEarlier ? AccessOperation.READ_PAST : named;
    }

    /** Returns the operations that this station offers to somebody who holds some. {@code READ_WARD} stands for the ward that it shows. */
    Set<AccessOperation> offered(Set<AccessOperation> held) {
        Set<AccessOperation> offered = EnumSet.noneOf(AccessOperation.class);
        offered.addAll(held);
        if (!hasPast) {
            offered.remove(AccessOperation.READ_PAST);
        }
        if (isReplay) {
            offered.remove(AccessOperation.READ_WARD);
        }
        if (isReplay && held.contains(AccessOperation.READ_PAST)) {
            offered.add(AccessOperation.READ_WARD);
        }
        return offered;
    }
}
