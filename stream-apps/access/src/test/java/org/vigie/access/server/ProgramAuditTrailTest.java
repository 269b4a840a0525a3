package org.vigie.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.login.ApiTokens;

/** Tests what a server for programs publishes and what it only logs. */
class ProgramAuditTrailTest {
    private static final String ROUTE = "POST /subjects/*/versions";

    @TempDir
    Path folder;

    private final List<String> logged = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private int opened;

    @Test
    void aWrongTokenAndARoleWithoutTheRightArePublished() {
        // given
        var access = access();
        String nurse = bearer("nurse", AccessRole.NURSE);

        // when
        refuse(access, "Bearer of-nobody");
        refuse(access, nurse);

        // then
        assertThat(published).containsExactly("unknown SECRET_WRONG " + ROUTE, "nurse ROLE_LACKS_RIGHT " + ROUTE);
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void whatTheWardsOwnAppsMayDoIsOnlyLoggedAndWhatOthersMayDoIsPublished() {
        // given
        var access = access();

        // when
        access.admit(bearer(ProgramAccess.WARD, AccessRole.SERVICE), AccessOperation.WRITE_SCHEMAS, Set.of(), ROUTE);
        access.admit(bearer("other", AccessRole.SERVICE), AccessOperation.WRITE_SCHEMAS, Set.of(), ROUTE);

        // then
        assertThat(logged).containsExactly("ward PERMITTED " + ROUTE);
        assertThat(published).containsExactly("other PERMITTED " + ROUTE);
    }

    @Test
    void aRequestWithoutATokenSaysNothingAboutAnAttempt() {
        // when
        refuse(access(), "");

        // then
        assertThat(published).isEmpty();
        assertThat(opened).isZero();
    }

    @Test
    void afterItsEndEventsGoToTheLog() {
        // given
        var trail = new ProgramAuditTrail(line -> logged.add(text(line)), this::open);
        var access = new ProgramAccess(ProgramAccessConfig.in(folder), trail, InstantSource.system());

        // when
        trail.close();
        refuse(access, "Bearer of-nobody");

        // then
        assertThat(logged).containsExactly("unknown SECRET_WRONG " + ROUTE);
        assertThat(opened).isZero();
    }

    private ProgramAccess access() {
        var trail = new ProgramAuditTrail(line -> logged.add(text(line)), this::open);
        return new ProgramAccess(ProgramAccessConfig.in(folder), trail, InstantSource.system());
    }

    private AuditTrail open() {
        opened++;
        return access -> published.add(text(access));
    }

    private static String text(AuditedAccess access) {
        return access.attempt().who().subject() + " " + access.decision() + " "
                + access.attempt().detail();
    }

    private String bearer(String name, AccessRole role) {
        return "Bearer "
                + new ApiTokens(ProgramAccessConfig.in(folder).tokens())
                        .own(name, role)
                        .reveal();
    }

    private static void refuse(ProgramAccess access, String authorization) {
        assertThat(catchThrowable(() -> access.admit(authorization, AccessOperation.WRITE_SCHEMAS, Set.of(), ROUTE)))
                .isInstanceOf(RefusedProgramException.class);
    }
}
