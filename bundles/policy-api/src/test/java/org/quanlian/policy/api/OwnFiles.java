package org.quanlian.policy.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A loader that loads the classes of one package anew, so that they find other files beside them than their own. */
public final class OwnFiles extends ClassLoader {
    private final Class<?> original;
    private final Map<String, byte[]> files;

    private OwnFiles(Class<?> original, Map<String, byte[]> files) {
        super(original.getClassLoader());
        this.original = original;
        this.files = files;
    }

    /** The class, loaded anew, with the given texts beside it instead of the files of those names. */
    public static Class<?> beside(Class<?> type, Map<String, String> texts) {
        Map<String, byte[]> files = new java.util.HashMap<>();
        texts.forEach((name, text) -> files.put(path(type, name), text.getBytes(StandardCharsets.UTF_8)));
        try {
            return new OwnFiles(type, files).loadClass(type.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean ofThePackage = name.startsWith(original.getPackageName() + ".")
                && name.indexOf('.', original.getPackageName().length() + 1) < 0;
        if (!ofThePackage) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] file = files.get(name);
        return file != null ? new ByteArrayInputStream(file) : super.getResourceAsStream(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, original.getProtectionDomain());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Class<?> type, String name) {
        return type.getPackageName().replace('.', '/') + "/" + name;
    }
}
