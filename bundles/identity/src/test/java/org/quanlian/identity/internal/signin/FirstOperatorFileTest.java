package org.quanlian.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.identity.internal.TestNode.sourceAt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.identity.internal.TestClock;
import org.quanlian.identity.internal.TestNode;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.SignIn.Tokens;

@EachDatabase
class FirstOperatorFileTest {
    @Test
    void shouldMakeOneOperator_whenTwoNodesStartAtOnce(TestDatabase database, @TempDir Path data) throws Exception {
        TestClock clock = new TestClock();
        List<Path> folders =
                List.of(Files.createDirectory(data.resolve("one")), Files.createDirectory(data.resolve("other")));
        List<TestNode> nodes = folders.stream()
                .map(folder -> new TestNode(database, clock, folder))
                .toList();

        List<Optional<Path>> made =
                NodeSignInTest.race(2, i -> nodes.get(i).firstOperator.makeFirst());

        assertThat(made.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(folders.stream()
                        .map(folder -> folder.resolve(FirstOperatorFile.NAME))
                        .filter(Files::exists))
                .hasSize(1);
        Path file = made.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).strip();
        Tokens tokens = nodes.get(0).signIn.signIn("operator", password, sourceAt("127.0.0.1"));
        assertThat(tokens.account().role()).isEqualTo(Role.OPERATOR);
        assertThat(tokens.account().state()).isEqualTo(Account.State.PASSWORD_EXPIRED);

        assertThat(nodes.get(0).firstOperator.makeFirst()).isEmpty();
        assertThat(Files.readString(file).strip()).isEqualTo(password);
    }
}
