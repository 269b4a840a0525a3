package org.vigie.access.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.RecordedAudit;
import org.vigie.access.UnitScope;

/** Tests who may read patients with a command, and what of it is recorded. */
class CommandAccessTest {
    private static final Principal ACCOUNT = Principal.account("ana");
    private static final Principal PHYSICIAN = Principal.of("dr", AccessRole.PHYSICIAN, UnitScope.of("REA"));
    private static final Principal ANALYST = Principal.of("study", AccessRole.ANALYST, UnitScope.everyUnit());
    private static final Map<String, Principal> TOKENS = Map.of("t-dr", PHYSICIAN, "t-study", ANALYST);
    private static final Optional<String> LOG_IN_NEEDED = Optional.of("users of this ward log in");

    private final RecordedAudit audit = new RecordedAudit();

    @Test
    void aPatientOfTheOwnUnitIsReadAndThatIsRecordedWithTheUserOfTheToken() {
        // when
        access(AccessOperation.READ_PATIENT, "t-dr").require(Set.of("REA"), "s1", "scores");

        // then
        assertThat(audit.recorded()).singleElement().satisfies(access -> {
            assertThat(access.attempt().who()).isEqualTo(PHYSICIAN);
            assertThat(access.attempt().patient()).isEqualTo("s1");
            assertThat(access.decision()).isEqualTo(AccessDecision.PERMITTED);
        });
    }

    @Test
    void aPatientOfAnotherUnitIsRefusedAndThatIsRecorded() {
        assertThatThrownBy(() -> access(AccessOperation.READ_PATIENT, "t-dr").require(Set.of("CARDIO"), "s2", "scores"))
                .hasMessage("READ_PATIENT is refused: this user has no access to this unit");
        assertThat(outcomes()).containsExactly(AccessDecision.UNIT_OUT_OF_SCOPE);
    }

    @Test
    void anExportNeedsATokenForEveryUnit() {
        // given
        var ofOneUnit = Principal.of("study", AccessRole.ANALYST, UnitScope.of("REA"));
        var asker = CommandAsker.of(ACCOUNT, Optional.of("t"), LOG_IN_NEEDED, token -> Optional.of(ofOneUnit));

        // when, then
        assertThatThrownBy(
                        () -> new CommandAccess(AccessOperation.EXPORT_RECORDS, asker, audit).requireEveryUnit("clean"))
                .hasMessage("EXPORT_RECORDS is refused: this user has no access to this unit");
        assertThatCode(() -> access(AccessOperation.EXPORT_RECORDS, "t-study").requireEveryUnit("clean"))
                .doesNotThrowAnyException();
    }

    @Test
    void aRoleWithoutTheRightIsRefusedAndThatIsRecorded() {
        assertThatThrownBy(() -> access(AccessOperation.READ_PATIENT, "t-study").require(Set.of("REA"), "s1", "scores"))
                .hasMessage("READ_PATIENT is refused: the role of this user may not do this");
        assertThat(outcomes()).containsExactly(AccessDecision.ROLE_LACKS_RIGHT);
    }

    @Test
    void thePastOfAWardIsReadByTheRightOfThePast() {
        // given
        var wall = Principal.of("wall", AccessRole.WALL_SCREEN, UnitScope.everyUnit());
        var asker = CommandAsker.of(ACCOUNT, Optional.of("t"), LOG_IN_NEEDED, token -> Optional.of(wall));

        // when
        access(AccessOperation.READ_PAST, "t-study").require(Set.of("REA"), "", "board");

        // then
        assertThat(audit.recorded())
                .singleElement()
                .satisfies(read -> assertThat(read.attempt().operation()).isEqualTo(AccessOperation.READ_PAST));
        assertThatThrownBy(() ->
                        new CommandAccess(AccessOperation.READ_PAST, asker, audit).require(Set.of("REA"), "", "board"))
                .hasMessage("READ_PAST is refused: the role of this user may not do this");
    }

    @Test
    void withoutATokenNothingOfAWardWithALogInIsRead() {
        // given
        var asker = CommandAsker.of(ACCOUNT, Optional.empty(), LOG_IN_NEEDED, this::known);
        var access = new CommandAccess(AccessOperation.READ_WARD, asker, audit);

        // when, then
        assertThatThrownBy(() -> access.require(Set.of(), "", "board"))
                .hasMessage("READ_WARD is refused: users of this ward log in, and no token proves who asks;"
                        + " --token-file FILE or VIGIE_TOKEN gives one, './vigie token NAME --role ROLE' makes it");
        assertThat(access.scope()).isEqualTo(UnitScope.of());
        assertThat(audit.recorded()).singleElement().satisfies(refused -> {
            assertThat(refused.attempt().who()).isEqualTo(ACCOUNT);
            assertThat(refused.decision()).isEqualTo(AccessDecision.ROLE_LACKS_RIGHT);
        });
    }

    @Test
    void aTokenThatTheWardDoesNotKnowIsRefusedAlsoInTheOwnWard() {
        // given
        var asker = CommandAsker.of(ACCOUNT, Optional.of("guessed"), Optional.empty(), this::known);

        // when, then
        assertThatThrownBy(
                        () -> new CommandAccess(AccessOperation.READ_WARD, asker, audit).require(Set.of(), "", "board"))
                .hasMessageContaining("READ_WARD is refused: the token is not one of this ward");
        assertThat(audit.recorded()).singleElement().satisfies(refused -> {
            assertThat(refused.attempt().operation()).isEqualTo(AccessOperation.LOG_IN);
            assertThat(refused.attempt().detail()).isEqualTo("READ_WARD: board");
            assertThat(refused.decision()).isEqualTo(AccessDecision.SECRET_WRONG);
        });
    }

    @Test
    void theAccountOfADevelopmentWardReadsItWithoutATokenAndThatIsRecorded() {
        // given
        var asker = CommandAsker.of(ACCOUNT, Optional.empty(), Optional.empty(), this::known);
        var access = new CommandAccess(AccessOperation.EXPORT_RECORDS, asker, audit);

        // when
        access.requireEveryUnit("clean");

        // then
        assertThat(audit.recorded()).singleElement().satisfies(read -> {
            assertThat(read.attempt().who()).isEqualTo(ACCOUNT);
            assertThat(read.decision()).isEqualTo(AccessDecision.PERMITTED);
        });
        assertThat(access.provenReader()).isEmpty();
    }

    @Test
    void theEndOfAnErasureIsRecordedWithTheUserOfTheToken() {
        // given
        var admin = Principal.of("dpo", AccessRole.ADMIN, UnitScope.everyUnit());
        var asker = CommandAsker.of(ACCOUNT, Optional.of("t"), LOG_IN_NEEDED, token -> Optional.of(admin));
        var access = new CommandAccess(AccessOperation.ERASE_PATIENT, asker, audit);

        // when
        access.requireEveryUnit("begins");
        access.record("12 records");

        // then
        assertThat(audit.recorded())
                .extracting(event ->
                        event.attempt().who().name() + " " + event.attempt().detail())
                .containsExactly("dpo begins", "dpo 12 records");
    }

    @Test
    void aChangeIsRecordedWhenItBeginsAndWhenItIsDone() {
        // given
        var access = new CommandAccess(AccessOperation.PUBLISH_RULES, owner(), audit);

        // when
        access.change("publication 7", () -> assertThat(details()).containsExactly("begins: publication 7"));

        // then
        assertThat(details()).containsExactly("begins: publication 7", "done: publication 7");
    }

    @Test
    void aChangeThatFailsIsRecordedAsFailedWithTheReasonAndNotAsDone() {
        // given
        var access = new CommandAccess(AccessOperation.PUBLISH_RULES, owner(), audit);

        // when, then
        assertThatThrownBy(() -> access.change("publication 7", () -> {
                    throw new TimeoutException("no broker answers");
                }))
                .isInstanceOf(TimeoutException.class);
        assertThat(details()).containsExactly("begins: publication 7", "failed: publication 7 (no broker answers)");
    }

    @Test
    void aChangeThatIsRefusedIsNotMade() {
        // given
        var access = access(AccessOperation.PUBLISH_RULES, "t-study");

        // when, then
        assertThatThrownBy(() -> access.change("publication 7", () -> {
                    throw new AssertionError("it was made");
                }))
                .hasMessage("PUBLISH_RULES is refused: the role of this user may not do this");
        assertThat(outcomes()).containsExactly(AccessDecision.ROLE_LACKS_RIGHT);
    }

    private CommandAsker owner() {
        return CommandAsker.of(ACCOUNT, Optional.empty(), Optional.empty(), this::known);
    }

    private List<String> details() {
        return audit.recorded().stream().map(event -> event.attempt().detail()).toList();
    }

    private CommandAccess access(AccessOperation right, String token) {
        var asker = CommandAsker.of(ACCOUNT, Optional.of(token), LOG_IN_NEEDED, this::known);
        return new CommandAccess(right, asker, audit);
    }

    private Optional<Principal> known(String token) {
        return Optional.ofNullable(TOKENS.get(token));
    }

    private Iterable<AccessDecision> outcomes() {
        return audit.recorded().stream().map(AuditedAccess::decision).toList();
    }
}
