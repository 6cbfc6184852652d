package dev.andon.internal.frameworks;

import java.util.List;

/** SOAP services and other remote calls: JAX-WS, Spring-WS, Dubbo, Thrift, RSocket, RMI. */
final class RemoteCalls implements Framework {

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation("(?:jakarta|javax)\\.(?:jws\\.WebService|xml\\.ws\\.WebServiceProvider)"),
                EntryPointSign.annotation("org\\.springframework\\.ws\\.server\\.endpoint\\.annotation\\.Endpoint"),
                EntryPointSign.type(
                        "org\\.springframework\\.ws\\.server\\.endpoint\\.\\w*Endpoint|(?:jakarta|javax)\\.xml\\.ws\\.Provider",
                        "SOAP endpoint"),
                EntryPointSign.annotation(
                        "(?:org\\.apache|com\\.alibaba)\\.dubbo\\.config\\.annotation\\.(?:Dubbo)?Service"),
                EntryPointSign.type("org\\.apache\\.thrift\\.\\w*Processor|.*\\$(?:Async)?Iface", "Thrift service"),
                EntryPointSign.type("io\\.rsocket\\.(?:\\w+\\.)*(?:RSocket|SocketAcceptor)", "RSocket"),
                EntryPointSign.type("java\\.rmi\\.Remote", "RMI service"),
                EntryPointSign.type("org\\.restlet\\.resource\\.ServerResource", "Restlet resource"));
    }
}
