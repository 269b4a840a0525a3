package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.http.RefusedRequest;

class WardRegistryAccessTest {
    private static final String ROUTE = "GET /subjects";

    @TempDir
    Path folder;

    @Test
    void withoutATokenNobodyUsesTheRegistry() {
        // given
        var access = new WardRegistryAccess(ProgramAccessConfig.in(folder), AuditTopicConfig.defaults());

        // then
        assertThat(access.refusal("", false, ROUTE)).map(RefusedRequest::status).contains(401);
        assertThat(access.refusal("Bearer nobody", true, ROUTE))
                .map(RefusedRequest::status)
                .contains(401);
    }

    @Test
    void eachRoleReadsAndWritesWhatThePolicyGrants() {
        // given
        var config = ProgramAccessConfig.in(folder);
        var access = new WardRegistryAccess(config, AuditTopicConfig.defaults());
        AccessPolicy policy = AccessPolicy.standard();

        // then
        for (AccessRole role : AccessRole.values()) {
            String token = "Bearer "
                    + new ApiTokens(config.tokens()).own(role.word(), role).reveal();
            assertThat(access.refusal(token, false, ROUTE).isEmpty())
                    .as(role + " reads")
                    .isEqualTo(policy.permits(Set.of(role), AccessOperation.READ_SCHEMAS));
            assertThat(access.refusal(token, true, ROUTE).isEmpty())
                    .as(role + " writes")
                    .isEqualTo(policy.permits(Set.of(role), AccessOperation.WRITE_SCHEMAS));
        }
    }

    @Test
    void theTokenOfTheWardIsMadeAndWrites() {
        // given
        var config = ProgramAccessConfig.in(folder);
        var access = new WardRegistryAccess(config, AuditTopicConfig.defaults());

        // when
        String token = new ApiTokens(config.tokens())
                .own(ProgramAccess.WARD, AccessRole.SERVICE)
                .reveal();

        // then
        assertThat(config.tokens().resolve(ProgramAccess.WARD)).exists();
        assertThat(access.refusal("Bearer " + token, true, "POST /subjects/*/versions"))
                .isEmpty();
    }
}
