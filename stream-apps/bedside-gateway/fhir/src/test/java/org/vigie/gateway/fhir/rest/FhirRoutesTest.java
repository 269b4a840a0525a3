package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.UnitScope;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.login.PrivateFile;
import org.vigie.access.server.OpenRoute;
import org.vigie.access.server.RouteOperation;

/** Walks every route of the FHIR endpoint's router, without a token, with each role, and with the token of another unit. */
class FhirRoutesTest extends FhirEndpointInUse {
    private static final Set<HandlerType> ANSWERING = Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT);
    private static final Set<AccessOperation> OF_A_UNIT =
            Set.of(AccessOperation.READ_WARD, AccessOperation.SEND_OBSERVATIONS);

    @Test
    void onlyTheCapabilitiesAreOpen() {
        assertThat(endpoint.routes())
                .filteredOn(route -> RouteOperation.roles(route).contains(OpenRoute.CAPABILITIES))
                .extracting(route -> route.path)
                .containsExactly("/fhir/metadata");
        assertThat(guarded()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void withoutATokenEveryOtherRouteAnswers401() throws Exception {
        for (Endpoint route : guarded()) {
            assertThat(status(route, "")).as(route.path).isEqualTo(401);
            assertThat(status(route, "Bearer nobody")).as(route.path).isEqualTo(401);
        }
    }

    @Test
    void eachRoleMayDoWhatThePolicyGrantsAndNothingElse() throws Exception {
        for (AccessRole role : AccessRole.values()) {
            String token = token(role, "*");
            for (Endpoint route : guarded()) {
                boolean granted = AccessPolicy.standard().permits(Set.of(role), operation(route));

                assertThat(status(route, token) != 403)
                        .as(role + " " + route.path)
                        .isEqualTo(granted);
            }
        }
    }

    @Test
    void withTheTokenOfAnotherUnitNothingIsReadOrSent() throws Exception {
        for (Endpoint route : guarded()) {
            if (OF_A_UNIT.contains(operation(route))) {
                assertThat(status(route, token(AccessRole.SERVICE, "CARDIO")))
                        .as(route.path)
                        .isEqualTo(403);
            }
        }
        assertThat(intake.deliveries).isEmpty();
    }

    @Test
    void aTokenOfOneUnitReadsItsBedsAloneAndSendsNothing() {
        // given
        var ward = new FakeWardSnapshot();

        // then
        assertThat(new ScopedWardSnapshot(ward, UnitScope.of("REA")).alerts()).hasSize(1);
        assertThat(new ScopedWardSnapshot(ward, UnitScope.of("CARDIO")).alerts())
                .isEmpty();
        assertThat(new ScopedWardSnapshot(ward, UnitScope.of("CARDIO")).triage())
                .isEmpty();
        assertThat(new ScopedWardSnapshot(ward, UnitScope.of("CARDIO")).scores())
                .isEmpty();
    }

    @Test
    void aReadOfTheWardIsAudited() throws Exception {
        // when
        send(to("/fhir/Flag"));

        // then
        assertThat(audit)
                .extracting(each -> each.attempt().operation() + " "
                        + each.attempt().units() + " " + each.attempt().detail())
                .containsExactly("READ_WARD [REA] GET /fhir/{type}");
    }

    private List<Endpoint> guarded() {
        return endpoint.routes().stream()
                .filter(route -> ANSWERING.contains(route.method))
                .filter(route -> !RouteOperation.roles(route).contains(OpenRoute.CAPABILITIES))
                .toList();
    }

    private static AccessOperation operation(Endpoint route) {
        return RouteOperation.among(RouteOperation.roles(route))
                .orElseThrow(() -> new AssertionError(route.path + " names no operation"));
    }

    private String token(AccessRole role, String unit) {
        String name = role.word() + (unit.equals("*") ? "" : "-" + unit);
        String secret = new ApiTokens(config.tokens()).own(name, role).reveal();
        new PrivateFile(config.tokens().resolve(name)).write(secret + " " + role.word() + " " + unit + "\n");
        return "Bearer " + secret;
    }

    private int status(Endpoint route, String authorization) throws IOException, InterruptedException {
        String path = route.path.replace("{type}", "Flag").replace("{id}", "stay-1");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .method(route.method.name(), BodyPublishers.ofString("{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request).statusCode();
    }
}
