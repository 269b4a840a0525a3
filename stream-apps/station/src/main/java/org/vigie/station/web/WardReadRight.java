package org.vigie.station.web;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;
import org.vigie.access.AccessOperation;

/**
 * Says by which right the ward of a station is read: the present by its own, and an earlier time by that of the past. The ward of a replay,
 * which is always an earlier one, is read by either: a wall screen and a locked session, which have no right of the past, go on showing it
 * without patients.
 *
 * @param isReplay whether the station shows a replay
 * @param hasPast whether the station reads earlier situations
 */
record WardReadRight(boolean isReplay, boolean hasPast) {
    /**
     * Returns the operation for which a request needs a right, where its route names another one.
     *
     * @param held operations of who asks
     */
    AccessOperation of(AccessOperation named, Context request, Set<AccessOperation> held) {
        boolean isEarlier =
                EarlierTimeParameter.isIn(request) || (isReplay && held.contains(AccessOperation.READ_PAST));
        return named == AccessOperation.READ_WARD && isEarlier ? AccessOperation.READ_PAST : named;
    }

    /** Returns the operations that this station offers to somebody who holds some. {@code READ_WARD} stands for the ward that it shows. */
    Set<AccessOperation> offered(Set<AccessOperation> held) {
        Set<AccessOperation> offered = EnumSet.noneOf(AccessOperation.class);
        offered.addAll(held);
        if (!hasPast) {
            offered.remove(AccessOperation.READ_PAST);
        }
        if (isReplay && held.contains(AccessOperation.READ_PAST)) {
            offered.add(AccessOperation.READ_WARD);
        }
        return offered;
    }
}
