package dev.andon.internal.frameworks;

import java.util.List;

/** Functions that a cloud calls: AWS, Azure, Google, Alibaba, Oracle, OpenFaaS, and those of Spring, Quarkus and Micronaut. */
final class CloudFunctions implements Framework {

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.type(
                        "com\\.amazonaws\\.services\\.lambda\\.runtime\\.Request(?:Stream)?Handler",
                        "AWS Lambda handler"),
                EntryPointSign.annotation("com\\.microsoft\\.azure\\.functions\\.annotation\\.FunctionName"),
                EntryPointSign.type("com\\.google\\.cloud\\.functions\\.\\w*(?:Function)", "Google Cloud function"),
                EntryPointSign.type("com\\.aliyun\\.fc\\.runtime\\.\\w*Handler", "Alibaba Cloud function"),
                EntryPointSign.type("com\\.openfaas\\.model\\.(?:I|Abstract)Handler", "OpenFaaS function"),
                EntryPointSign.annotation("com\\.fnproject\\.fn\\.api\\.Fn\\w+"),
                EntryPointSign.type("org\\.springframework\\.cloud\\.function\\.adapter\\..*", "cloud function"),
                // Beans of these types are called by Spring Cloud Function and Spring Cloud Stream.
                EntryPointSign.bean(
                        "java\\.util\\.function\\.(?:Function|Consumer|Supplier|BiFunction)|kotlin\\.jvm\\.functions\\.\\w+",
                        "bean of a function"),
                EntryPointSign.annotation("io\\.quarkus\\.funqy\\..*"),
                EntryPointSign.annotation("io\\.micronaut\\.function\\.FunctionBean"),
                EntryPointSign.type(
                        "io\\.micronaut\\.function\\..*(?:Function|Handler|Initializer)", "cloud function"));
    }
}
