package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.station.login.RequestCredentials;

class RequestPrincipalTest {
    @Test
    void usersWhoShareTheTokenOfAProxyAreCountedApart() {
        assertThat(asking("AB", "", "Bearer proxy").viewer())
                .isNotEqualTo(asking("CD", "", "Bearer proxy").viewer());
    }

    @Test
    void twoSessionsOfOneUserAreCountedApart() {
        assertThat(asking("AB", "first", "").viewer())
                .isNotEqualTo(asking("AB", "second", "").viewer());
    }

    private static RequestPrincipal asking(String user, String session, String authorization) {
        return new RequestPrincipal(
                Principal.of(user, AccessRole.NURSE, UnitScope.everyUnit()),
                UnitScope.everyUnit(),
                new RequestCredentials(session, authorization, header -> null));
    }
}
