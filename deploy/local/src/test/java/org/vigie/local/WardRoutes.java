package org.vigie.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.access.AccessOperation;
import org.vigie.station.StationApp;

/**
 * Lists the routes of a ward's servers that need a log-in or a token. The description of the station names its routes, and a test compares it
 * with the router. The other lists stand here; a test of each server walks what its router lists.
 *
 * @param station port of the page
 * @param fhir port of the gateway
 * @param models port of the model server
 * @param registry port of the schema registry
 */
record WardRoutes(int station, int fhir, int models, int registry) {
    private static final String DESCRIPTION = "page/api/openapi.yaml";
    private static final String RIGHT = "      x-right: ";

    /** Returns the routes of every server. */
    List<WardRoute> all() throws IOException {
        return Stream.of(
                        ofStation().stream(),
                        Stream.of(
                                        "GET /fhir/Flag READ_WARD",
                                        "GET /fhir/Flag/x READ_WARD",
                                        "POST /fhir SEND_OBSERVATIONS",
                                        "POST /fhir/Observation SEND_OBSERVATIONS",
                                        "POST /fhir/$process-message SEND_OBSERVATIONS",
                                        "PUT /fhir/Observation/x SEND_OBSERVATIONS",
                                        "GET /metrics READ_METRICS")
                                .map(route -> WardRoute.of(fhir, route)),
                        Stream.of(
                                        "GET /v2 READ_HEALTH",
                                        "GET /v2/models/survival READ_HEALTH",
                                        "GET /v2/models/survival/versions/1/ready READ_HEALTH",
                                        "POST /v2/models/survival/infer RUN_MODEL",
                                        "POST /v2/repository/index READ_HEALTH",
                                        "POST /v2/repository/models/survival/load MANAGE_MODELS",
                                        "POST /v2/repository/models/survival/unload MANAGE_MODELS",
                                        "GET /metrics READ_METRICS")
                                .map(route -> WardRoute.of(models, route)),
                        Stream.of(
                                        "GET /subjects READ_SCHEMAS",
                                        "GET /schemas/ids/1 READ_SCHEMAS",
                                        "GET /config READ_SCHEMAS",
                                        "POST /compatibility/subjects/none/versions/latest READ_SCHEMAS",
                                        "POST /subjects/none/versions WRITE_SCHEMAS",
                                        "DELETE /subjects/none WRITE_SCHEMAS",
                                        "PUT /config WRITE_SCHEMAS")
                                .map(route -> WardRoute.of(registry, route)))
                .flatMap(routes -> routes)
                .toList();
    }

    /** Reads the description by its lines: a path, then its methods, then the right of each. */
    private List<WardRoute> ofStation() throws IOException {
        var in = Objects.requireNonNull(StationApp.class.getResourceAsStream(DESCRIPTION), DESCRIPTION);
        List<WardRoute> routes = new ArrayList<>();
        String path = "";
        String method = "";
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                if (line.matches("  /.*:")) {
                    path = line.strip().replace(":", "").replace("{bed}", "REA/01");
                } else if (line.matches("    (get|post|put|delete):")) {
                    method = line.strip().replace(":", "").toUpperCase(Locale.ROOT);
                } else if (line.startsWith(RIGHT)) {
                    var right = AccessOperation.valueOf(
                            line.substring(RIGHT.length()).strip());
                    routes.add(new WardRoute(station, method, path, right));
                }
            }
        }
        return routes;
    }
}
