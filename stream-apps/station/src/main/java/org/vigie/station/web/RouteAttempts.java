package org.vigie.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessOperation;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.ward.WardView;

/** Says which units and which patient a request concerns. */
final class RouteAttempts {
    /** Stands for the unit of a stay that lies on no bed of the ward: only a principal of every unit covers it. */
    private static final String NO_UNIT = "?";

    private final WardView ward;
    private final Clock time;
    private final EarlierTimeParameter earlier;
    private final SnapshotJson json;

    RouteAttempts(WardView ward, Clock time, EarlierTimeParameter earlier, SnapshotJson json) {
        this.ward = ward;
        this.time = time;
        this.earlier = earlier;
        this.json = json;
    }

    AccessAttempt of(Context request, Principal who, AccessOperation operation) {
        return switch (operation) {
            case READ_WARD, READ_PAST ->
                new AccessAttempt(
                        who, operation, ward.units(), "", shortened(request.path()) + earlier.audited(request));
            case READ_PATIENT, READ_ACCESSES -> ofBed(request, who, operation, request.pathParam("bed"));
            case VERIFY_RESULT -> ofBed(request, who, operation, verifiedBed(request));
            case COMMAND_ALARMS -> ofCommand(request, who);
            default -> AccessAttempt.of(who, operation, request.path());
        };
    }

    private static AccessAttempt ofBed(Context request, Principal who, AccessOperation operation, String bed) {
        return new AccessAttempt(who, operation, Set.of(UnitScope.unitOf(bed)), bed, request.path());
    }

    /** Returns the bed whose score, or whose alarm, is to be computed again. */
    private String verifiedBed(Context request) {
        Map<String, String> named = request.pathParamMap();
        return Optional.ofNullable(named.get("bed"))
                .or(() -> ward.alerts(time.instant()).stream()
                        .filter(alert -> alert.alert().equals(named.get("alert")))
                        .map(AlertSnapshot::bed)
                        .findFirst())
                .orElse(NO_UNIT);
    }

    private AccessAttempt ofCommand(Context request, Principal who) {
        JsonNode form = json.tree(request.body());
        String stay = form.path("stay").asText();
        String unit = ward.bedOf(stay).map(UnitScope::unitOf).orElse(NO_UNIT);
        String kind = form.path("kind").asText();
        return new AccessAttempt(who, AccessOperation.COMMAND_ALARMS, Set.of(unit), stay, shortened(kind));
    }

    /** The audit trail keeps no long text of a request. */
    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
