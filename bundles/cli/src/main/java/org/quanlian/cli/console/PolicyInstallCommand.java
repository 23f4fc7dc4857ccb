package org.quanlian.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.quanlian.policy.engine.PackInstaller;
import org.quanlian.policy.engine.PackRefusedException;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.Store;

/** {@code quanlian:policy-install FILE}: brings a policy pack onto this node, without a restart. */
@Service
@Command(
        scope = "quanlian",
        name = "policy-install",
        description = "安装政策包，不必重启 Install a policy pack, without a restart")
public final class PolicyInstallCommand implements Action {
    @Argument(index = 0, name = "FILE", required = true, description = "政策包的 jar 文件 The pack, a jar file")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    PackInstaller installer;

    @Reference(optional = true)
    Store store;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Path jar = session.currentDir().resolve(file).toAbsolutePath().normalize();
        if (!Files.isReadable(jar) || Files.isDirectory(jar)) {
            throw Refusals.of(ConsoleTexts.lines("file.unreadable", jar));
        }
        try {
            PolicyVersion installed = installer.install(jar);
            Deeds.written(
                    Optional.ofNullable(store),
                    "quanlian:policy-install",
                    installed.descriptor().key() + " " + installed.digest());
            session.getConsole()
                    .println(ConsoleTexts.lines(
                            "install.done",
                            installed.descriptor().key(),
                            installed.descriptor().status(),
                            installed.digest()));
            return null;
        } catch (PackRefusedException e) {
            throw Refusals.of(ConsoleTexts.lines("install.refused", jar.getFileName()), e.text());
        }
    }
}
