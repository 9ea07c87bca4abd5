CREATE TABLE [dbo].[c] ([id] int);
GO
