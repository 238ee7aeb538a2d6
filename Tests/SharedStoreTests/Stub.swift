import Testing
@Test func placeholderSharedStore() {}
