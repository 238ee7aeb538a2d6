import Testing
@Test func placeholderCellGrid() {}
